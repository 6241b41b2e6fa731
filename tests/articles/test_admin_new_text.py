"""New from text: paste or upload, see what the desk understands, then take it in."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.importing.run import import_paths
from articles.models import (
    Article,
    Document,
    ImportRun,
    Mention,
    Purge,
    Reading,
    Sighting,
    Source,
    Translation,
)

pytestmark = pytest.mark.django_db

HEADLINE = "Ministers of two countries meet in Bishkek"
STORY = "The ministers met in Bishkek on Friday and signed two agreements on trade and transport."
MORE = "They will come together again in the autumn, Sadyr Japarov said after the talks had ended."
RAW = f"2025-05-05\n\n{HEADLINE}\n\n{STORY}\n\n{MORE}\n\nShare\n"
STORED = (Document, Reading, Sighting, ImportRun, Article, Translation, Mention)


@pytest.fixture
def post(client, editor):
    client.force_login(editor)

    def post(**posted):
        return client.post(reverse("admin:articles_importrun_add"), posted, follow=True)

    return post


def upload(content: str | bytes, name: str = "news.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


def hidden(answer) -> dict:
    """What the page's last form carries on."""
    form = answer.text[answer.text.rindex("<form") :]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))


def take_in(post, answer):
    return post(**hidden(answer), take_in="1")


def counts() -> list[int]:
    return [model.objects.count() for model in STORED]


def understood(answer) -> dict:
    [look] = answer.context["looks"]
    return {field.name: field.value for field in look.evidence.fields}


def test_looking_shows_fields_body_cut_lines_and_names_and_stores_nothing(post, japarov, bishkek):
    before = counts()
    answer = post(text=RAW)
    assert understood(answer)["headline"] == HEADLINE
    assert understood(answer)["published"] == "5 May 2025"
    [look] = answer.context["looks"]
    assert look.paragraphs == [STORY, MORE]
    assert "site furniture" in answer.text
    assert "known names in it" in answer.text
    assert look.look.names >= 2
    assert counts() == before


def test_doubts_are_told_in_words(post):
    assert "Neither the outlet nor an agency can be told from the text." in post(text=RAW).text


def test_taking_in_saves_what_was_shown_as_an_import_would(post, editor):
    answer = take_in(post, post(text=RAW))
    text = Translation.objects.get()
    assert (text.headline, text.status, text.edited_fields) == (HEADLINE, "draft", [])
    run = ImportRun.objects.get()
    assert (run.started_by, run.counts["created"]) == (editor, 1)
    assert run.finished_at
    assert Sighting.objects.get().path == "pasted by editor"
    assert bytes(Document.objects.get().content).decode() == RAW
    assert answer.redirect_chain[-1][0].startswith(f"/admin/articles/article/{text.article_id}/")


def test_what_browsers_do_to_line_ends_is_undone(post):
    take_in(post, post(text=RAW.replace("\n", "\r\n")))
    assert bytes(Document.objects.get().content).decode() == RAW


def test_a_file_is_uploaded_byte_for_byte_under_its_name(post):
    content = b"\xef\xbb\xbf" + RAW.encode()
    take_in(post, post(file=upload(content)))
    assert bytes(Document.objects.get().content) == content
    assert Sighting.objects.get().path == "news.txt"


def test_a_file_of_several_records_is_listed_and_taken_in_as_several(post):
    records = [{"title": f"{HEADLINE} {n}", "text": f"{STORY}\n\n{MORE} {n}"} for n in (1, 2)]
    answer = post(file=upload(json.dumps(records), "list.json"))
    assert "It holds 2 documents." in answer.text
    answer = take_in(post, answer)
    assert Document.objects.count() == 2
    run = ImportRun.objects.get()
    assert answer.redirect_chain[-1][0] == f"/admin/articles/importrun/{run.pk}/change/"


def test_the_same_bytes_are_recognised_before_and_after(post, tmp_path):
    (tmp_path / "a.txt").write_text(RAW)
    import_paths([tmp_path])
    text = Translation.objects.get()
    answer = post(text=RAW)
    assert "The desk has this text already:" in answer.text
    assert f"/admin/articles/article/{text.article_id}/change/" in answer.text
    answer = take_in(post, answer)
    assert "The desk has it already: the same bytes again." in answer.text
    assert Sighting.objects.count() == 2
    assert Translation.objects.get() == text


def test_the_same_text_in_other_bytes_is_recognised_too(post):
    body = f"{STORY}\n\n{MORE}\n\n{STORY.replace('signed', 'will sign')}"
    take_in(post, post(text=f"2025-05-05\n\n{HEADLINE}\n\n{body}\n"))
    answer = post(text=f"Menu\n\n2025-05-05\n\n{HEADLINE}\n\n{body}\n\nPrint\n")
    assert "The desk has this text already:" in answer.text
    assert "the same text again" in answer.text


def test_what_holds_no_text_is_said_to_and_goes_into_quarantine(post):
    answer = post(text="Menu\nShare\n")
    assert "It would go into quarantine" in answer.text
    answer = take_in(post, answer)
    assert "No text came of it" in answer.text
    assert Reading.objects.get().status == "quarantined"


def test_what_was_deleted_by_order_is_said_to_stay_away(post, chief):
    Purge.objects.create(
        sha256=sha256(RAW.encode()).hexdigest(), reason="Order (invented)", purged_by=chief
    )
    answer = post(text=RAW)
    assert "deleted by order" in answer.text
    take_in(post, answer)
    assert not Document.objects.exists()


def test_an_address_and_an_outlet_can_be_named(post):
    outlet = Source.objects.create(name="Example Outlet (invented)", zone="Asia/Bishkek")
    answer = post(text=RAW, source=outlet.pk, url="https://example.com/1")
    assert understood(answer)["source"] == "Example Outlet (invented)"
    take_in(post, answer)
    text = Translation.objects.get()
    assert (text.source, text.source_url) == (outlet, "https://example.com/1")
    assert Sighting.objects.get().path == "https://example.com/1"


@pytest.mark.parametrize(
    ("posted", "words"),
    [
        ({}, "Paste a text or choose a file"),
        ({"text": "  \n "}, "Paste a text or choose a file"),
        ({"text": RAW, "file": upload(RAW)}, "one of the two"),
        ({"file": upload(b"a" * 5_000_001)}, "more than 5 MB"),
        ({"text": RAW, "url": "javascript:alert(1)"}, "valid URL"),
        ({"held": "not base64!", "take_in": "1"}, "damaged on its way"),
        ({"text": "a\0b"}, "Null characters"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words(post, posted, words):
    answer = post(**posted)
    assert words in answer.text
    assert not Document.objects.exists()


def test_five_megabytes_come_through_the_look(post):
    content = (RAW + "x" * 78 + "\n").encode() * 16_000
    held = b64encode(content[:5_000_000]).decode()
    assert post(held=held, held_name="long.txt").status_code == 200


def packed(size: int) -> bytes:
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as file:
        file.writestr("one.txt", b"a" * size)
    return archive.getvalue()


@pytest.mark.parametrize(
    "file", [upload("[{},{}" + ",{}" * 500 + "]", "list.json"), upload(packed(21_000_000), "a.zip")]
)
@pytest.mark.parametrize("step", ["look", "take_in"])
def test_what_holds_too_much_for_a_page_is_left_to_the_command(post, file, step):
    file.seek(0)
    assert "too much for one page" in post(file=file, **{step: "1"}).text
    assert not ImportRun.objects.exists()


def test_words_that_are_pasted_never_become_markup(post):
    html = post(text=f"2025-05-05\n\n{HEADLINE}\n\n<script>alert(1)</script> {STORY}\n").text
    assert "<script>alert" not in html


def test_a_document_that_is_no_text_can_be_pasted_under_its_name(client, post, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"\x00\x01\x02\xff" * 500)
    import_paths([tmp_path])
    document = Document.objects.get()
    url = reverse("admin:articles_document_mend", args=[document.pk])
    answer = client.get(url, follow=True)
    assert "are no text" in answer.text
    path = Sighting.objects.get().path
    take_in(post, post(text=RAW, held_name=path))
    assert Sighting.objects.latest("pk").path == path


@pytest.mark.parametrize(
    "name", ["index", "articles_importrun_changelist", "articles_translation_changelist"]
)
def test_it_begins_on_the_dashboard_and_the_lists(client, editor, name):
    client.force_login(editor)
    assert reverse("admin:articles_importrun_add") in client.get(reverse(f"admin:{name}")).text


def test_a_reporter_may_and_others_may_not(client, reporter):
    url = reverse("admin:articles_importrun_add")
    client.force_login(reporter)
    assert client.get(url).status_code == 200
    client.force_login(User.objects.create_user("outsider", is_staff=True))
    assert client.get(url).status_code == 403
    assert client.post(url, {"text": RAW}).status_code == 403
