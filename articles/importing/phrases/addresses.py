"""Words and sites by which a page's own address is told from others. Data only."""

import re

OWN_LABEL = re.compile(
    r"(?:link|url|permalink|address|ссылка(?: на (?:новость|статью|материал))?|адрес|"
    r"шилтеме|сілтеме|keçid|bağlantı|havola|ҳавола|hivatkozás)\s*$",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"https?://(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|facebook\.com|fb\.com|t\.me|twitter\.com|"
    r"x\.com|instagram\.com|vk\.com|tiktok\.com|whatsapp\.com|linkedin\.com|google\.com)(?:/|$)",
    re.IGNORECASE,
)
