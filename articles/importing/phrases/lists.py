"""Headings of the lists of other texts that pages print, by the rule that cuts them. Data only."""

from .folded import folded

# Below these a text can go on: they also head small boxes in its midst.
_RELATED = folded(
    *("Related", "Related news", "Related articles", "Related posts", "Related topics"),
    *("Related stories", "Related content", "Read also", "See also", "Also read", "More on this"),
    *("You may also like", "You might also like", "Recommended", "Other news", "More news"),
    *("Next", "Previous", "Next article", "Previous article", "Next post", "Previous post"),
    *("Keyingisi", "Oldingisi", "Кейингиси", "Əvvəlki məqaləni oxuyun", "Növbəti məqalə"),
    *("Следующая новость", "Предыдущая новость", "Следующая статья", "Предыдущая статья"),
    *("More stories", "Don't miss", "Main news", "Currently reading"),
    *("Читайте также", "Читать также", "Похожие новости", "Похожие материалы", "По теме"),
    *("Новости по теме", "Материалы по теме", "Смотрите также", "Другие новости", "Ещё по теме"),
    *("Похожие материалы (по тегу)", "Рекомендуем", "Рекомендуемые", "Вам может быть интересно"),
    *("Читайте новости по меткам", "Другие материалы", "Еще новости", "Похожие статьи"),
    *("Окшош жаңылыктар", "Дагы окуңуз", "Тема боюнча", "Сизге жагышы мүмкүн", "Ошондой эле"),
    *("Башка жаңылыктар", "Окшош материалдар"),
    *("Ұқсас жаңалықтар", "Тағы оқыңыз", "Тақырып бойынша", "Оқи отырыңыз", "Өзге де жаңалықтар"),
    *("Ұқсас материалдар", "Тақырыпқа сай жаңалықтар", "Басқа жаңалықтар", "Оқыңыз"),
    *("İlgili", "İlgili haberler", "Bunlar da ilginizi çekebilir"),
    *("Diğer haberler", "Benzer haberler", "Önerilen", "Önerilen haberler", "İlginizi çekebilir"),
    *("Günün diğer haberleri için tıklayın", "Sıradaki haber", "Önceki haber"),
    *("Oxşar", "Oxşar xəbərlər", "Mövzu ilə bağlı", "Digər xəbərlər", "Həmçinin oxuyun"),
    *("Əlaqəli xəbərlər", "Bölməyə aid digər xəbərlər", "Bunları da oxuyun", "Maraqlı"),
    *("O‘xshash yangiliklar", "Mavzuga oid", "Mavzuga oid yangiliklar", "Bu ham qiziq"),
    *("Tavsiya etamiz", "Boshqa yangiliklar", "Sizni qiziqtirishi mumkin"),
    *("Ўхшаш янгиликлар", "Мавзуга оид", "Бошқа янгиликлар", "Тавсия этамиз", "Бу ҳам қизиқ"),
    *("Tasodifiy xabarlar", "Muharrir tanlovi", "O‘xshash xabarlar", "Shuningdek o‘qing"),
    *("Ўхшаш хабарлар", "Шунингдек ўқинг", "Сизни қизиқтириши мумкин"),
    *("Тасодифий хабарлар", "Муҳаррир танлови", "Мавзуга оид янгиликлар"),
    *("Kapcsolódó", "Kapcsolódó cikkek", "Ajánljuk", "Olvasta már?", "Ez is érdekelheti"),
    *("A téma legfrissebb hírei", "Címoldalról ajánljuk", "Ne maradjon le"),
    *("Degişli habarlar", "Ýene-de okaň", "Beýleki habarlar", "Meňzeş habarlar"),
)

# Below these nothing of the text follows.
_POPULAR = folded(
    *(
        "Popular",
        "Most popular",
        "Most read",
        "Trending",
        "Trending now",
        "Top news",
        "Top stories",
    ),
    *("Популярное", "Популярные", "Популярные новости", "Самое читаемое", "Самые читаемые"),
    *("Самый читаемый", "Сейчас читают", "Главное", "Главные новости", "Топ новости"),
    *("Көп окулгандар", "Эң көп окулган", "Популярдуу", "Танымал", "Көп оқылғандар"),
    *("Ең көп оқылған", "Ең көп оқылғандар", "Бүгін көп оқылған"),
    *("Çok okunanlar", "En çok okunanlar", "Çok okunan haberler", "Popüler", "Öne çıkanlar"),
    *("Gündemdekiler", "Türkiye gündemi", "Ən çox oxunanlar", "Ən çox oxunan", "Populyar"),
    *("Çox oxunanlar", "Ko‘p o‘qilganlar", "Ko‘p o‘qilgan", "Mashhur"),
    *("Кўп ўқилганлар", "Кўп ўқилган", "Машҳур", "Népszerű", "Legolvasottabb", "Köp okalanlar"),
)
_LATEST = folded(
    *("Latest news", "Latest", "Latest posts", "Recent posts", "Recent news", "Breaking news"),
    *("News feed", "All news", "Последние новости", "Лента новостей", "Все новости"),
    *("Свежие новости", "Новости дня", "Последние записи", "Свежие комментарии"),
    *("Акыркы жаңылыктар", "Бардык жыйынтык", "Бардык жаңылыктар", "Соңғы жаңалықтар"),
    *("Sońǵy jańalyqtar", "Барлық жаңалықтар", "Жаңалықтар легі", "Жаңалықтар таспасы"),
    *("Son haberler", "Son dakika", "Son dakika haberleri", "Güncel haberler"),
    *("Son xəbərlər", "Xəbər lenti", "Bütün xəbərlər", "Son yeniliklər", "Günün xəbərləri"),
    *("So‘nggi yangiliklar", "Yangiliklar lentasi", "Barcha yangiliklar", "Oxirgi yangiliklar"),
    *("Сўнгги янгиликлар", "Янгиликлар лентаси", "Барча янгиликлар", "Сўнгги хабарлар"),
    *("Friss hírek", "Legfrissebb hírek", "Soňky habarlar", "Ähli habarlar"),
)
# Where a page's own end begins: forms for comments, legal notices, archives.
_PAGE_END = folded(
    *("Legal disclaimer", "Disclaimer", "Leave a reply", "Leave a comment", "Post a comment"),
    *("Add a comment", "Cancel reply", "Like this", "Share this", "About the author", "Archives"),
    *("Back to top button", "Calendar", "Categories", "To other news", "Comments (0)"),
    *("Добавить комментарий", "Оставить комментарий", "Оставьте комментарий"),
    *("Комментарии отсутствуют", "Уже зарегистрированы?", "Комментарии (0)", "Нет комментариев"),
    *("Ваш комментарий", "Обсудим?", "Архив новостей"),
    *("Ой-пикир калтыруу", "Пикир калтыруу", "Комментарий жазуу", "Пікір қалдыру"),
    *("Пікір жазу", "Комментарий қалдыру", "Yorum yazın", "Yorum yap", "Yorum bırakın"),
    *("Bir yanıt yazın", "Sizin düşünceleriniz?", "Yorumlar (0)", "Medya galerisi"),
    *("Bunlara da bakabilirsiniz", "Şərh yaz", "Şərh yazın", "Şərhlər (0)", "Reaksiyalar"),
    *("Rəy yazın", "Izoh qoldirish", "Izoh qoldiring", "Изоҳ қолдириш", "Изоҳ қолдиринг"),
    *("Hozzászólások", "Szólj hozzá", "Teswir ýaz", "Ünsüňizi çekip biler", "Başa dön tuşu"),
)

LIST_HEADINGS: dict[str, frozenset[str]] = {
    "related_list": _RELATED,
    "popular_list": _POPULAR,
    "latest_list": _LATEST,
    "page_end": _PAGE_END,
}
