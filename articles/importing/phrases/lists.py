"""Headings of the lists of other texts that pages print. Data only."""

from .folded import folded

# Headings after which a page lists other texts, by the rule that cuts the list.
LIST_HEADINGS: dict[str, frozenset[str]] = {
    "related_list": folded(
        *("Related", "Related news", "Related articles", "Read also", "See also"),
        *("Читайте также", "Похожие новости", "По теме", "Материалы по теме", "Смотрите также"),
        *("Окшош жаңылыктар", "Дагы окуңуз", "Тема боюнча"),
        *("Ұқсас жаңалықтар", "Тағы оқыңыз", "Тақырып бойынша", "Оқи отырыңыз"),
        *("İlgili", "İlgili haberler", "Bunlar da ilginizi çekebilir"),
        *("Oxşar", "Oxşar xəbərlər", "Mövzu ilə bağlı"),
        *("O‘xshash yangiliklar", "Mavzuga oid", "Ўхшаш янгиликлар", "Мавзуга оид"),
        *("Kapcsolódó", "Kapcsolódó cikkek", "Degişli habarlar"),
    ),
    "popular_list": folded(
        *("Popular", "Most popular", "Most read", "Trending"),
        *("Популярное", "Популярные", "Самое читаемое", "Самые читаемые"),
        *("Көп окулгандар", "Популярдуу", "Танымал", "Көп оқылғандар", "Ең көп оқылған"),
        *("Çok okunanlar", "En çok okunanlar", "Popüler", "Ən çox oxunanlar", "Populyar"),
        *("Ko‘p o‘qilganlar", "Mashhur", "Кўп ўқилганлар", "Машҳур"),
        *("Népszerű", "Legolvasottabb"),
    ),
    "latest_list": folded(
        *("Latest news", "Latest", "Последние новости", "Лента новостей", "Все новости"),
        *("Акыркы жаңылыктар", "Соңғы жаңалықтар", "Son haberler", "Son dakika"),
        *("Son xəbərlər", "Xəbər lenti", "So‘nggi yangiliklar", "Сўнгги янгиликлар"),
        *("Friss hírek", "Soňky habarlar"),
    ),
}
