"""Invented reports of an invented fair, in two languages, and others that must not match them."""

FAIR_EN = (
    "The Example Fair of Turkic Publishers (invented) opened in Samarkand with 214 exhibitors "
    "from 17 cities, its director Orhan Testov said on Tuesday.\n\n"
    "According to Testov, 38,500 visitors are expected, against 21,300 in 2019. Tickets cost "
    "45 thousand soums.\n\n"
    "The Qaraqum Children's Library, led by Leyla Sample, shows 1,120 rare editions, among them "
    "the Zarafshan atlas of 1887.\n\n"
    "The fair will close on Sunday with a concert of the Navruz Example Orchestra."
)
FAIR_RU = (
    "Пример-ярмарка тюркских издателей (вымышленная) открылась в Самарканде: 214 участников из "
    "17 городов, сообщил во вторник ее директор Орхан Тестов.\n\n"
    "По словам Тестова, ожидается 38 500 посетителей против 21 300 в 2019 году. Билеты стоят "
    "45 тысяч сумов.\n\n"
    "Каракумская детская библиотека во главе с Лейлой Сампле показывает 1120 редких изданий, "
    "среди них Зарафшанский атлас 1887 года.\n\n"
    "Ярмарка закроется в воскресенье концертом оркестра «Навруз Экзампле»."
)
# What other outlets tell of the fair, in words of their own.
VISIT_EN = (
    "Printer Orhan Testov has waited three years for this morning. In Samarkand the Example Fair "
    "filled two halls, and people queued round the block.\n\n"
    '"We had counted on half of them," he laughed, handing out tickets. Next door Leyla Sample '
    "unpacked the Zarafshan atlas, which the Qaraqum Children's Library had never lent before.\n\n"
    "A student from Bukhara told us that books cost 60 thousand soums, too much for her."
)
VISIT_RU = (
    "Корреспондент провел день на ярмарке в Самарканде и увидел очереди.\n\n"
    "«Мы не ждали стольких», – смеется директор Орхан Тестов, показывая пустые полки. Из 214 "
    "участников половина распродала всё в первый день.\n\n"
    "Лейла Сампле из Каракумской библиотеки стережет Зарафшанский атлас 1887 года: желающих "
    "потрогать его она считает сотнями.\n\n"
    "Студентка из Бухары жалуется на цены. За 3 книги она отдала 60 тысяч сумов."
)
# The same city and day, and another event.
TALKS_RU = (
    "В Самарканде прошли вымышленные переговоры министров водного хозяйства, председательствовал "
    "Тимур Образцов.\n\n"
    "Стороны договорились построить 6 гидропостов на канале Пример до 2031 года и выделить на это "
    "74 миллиона долларов.\n\n"
    "Следующая встреча пройдет в Термезе, сообщил представитель Образцова Даврон Макетов."
)
# A template: the sentences of the fair with other names and other numbers.
TEMPLATE_EN = (
    "The Sample Fair of Uralic Farmers (invented) opened in Debrecen with 377 exhibitors "
    "from 29 cities, its director Ferenc Probe said on Tuesday.\n\n"
    "According to Probe, 64,900 visitors are expected, against 50,800 in 2014. Tickets cost "
    "12 thousand forints.\n\n"
    "The Balaton Seed Museum, led by Ilona Model, shows 3,460 rare editions, among them "
    "the Tisza herbal of 1792.\n\n"
    "The fair will close on Sunday with a concert of the Puszta Model Orchestra."
)
