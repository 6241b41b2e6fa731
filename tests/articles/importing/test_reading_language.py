"""Language of a text: the desk's nine in their scripts, any other, and fragments that have none."""

import pytest

from articles.importing import detect_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministers held an example meeting in the capital on Tuesday."),
        ("ru", "Министры провели в столице показательную встречу во вторник."),
        ("kk", "Министрлер сейсенбі күні елордада үлгі кездесу өткізді."),
        ("ky", "Министрлер шейшемби күнү борбордо үлгү жолугушуу өткөрүштү."),
        ("tr", "Bakanlar salı günü başkentte örnek bir toplantı gerçekleştirdi."),
        ("az", "Nazirlər çərşənbə axşamı paytaxtda nümunəvi görüş keçiriblər."),
        ("uz", "Vazirlar seshanba kuni poytaxtda namunaviy uchrashuv o‘tkazdilar."),
        ("uz-Cyrl", "Вазирлар сешанба куни пойтахтда намунавий учрашув ўтказдилар."),
        ("hu", "A miniszterek kedden példaértékű találkozót tartottak a fővárosban."),
        ("tk", "Ministrler sişenbe güni paýtagtda nusgalyk duşuşyk geçirdiler."),
    ],
)
def test_each_language_of_the_desk_is_told(language, text):
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "OTS", "Садыр Жапаров", "10:42 2025", "Turkic States summit"])
def test_fragment_has_no_language(text):
    assert detect_language(text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Präsident empfing heute die Leiter der Delegationen aus sechs Staaten."),
        (
            "uk",
            "Президент прийняв сьогодні керівників делегацій, які беруть участь у зустрічі рад.",
        ),
        ("zh", "突厥国家组织成员国安全会议秘书第四次会议今天在比什凯克举行并发表了声明"),
    ],
)
def test_other_language_is_named(language, text):
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kk-Latn",
            "Mınıstrler seısenbi kúni elordada úlgi kezdesý ótkizip, jańa ǵylymı keńes qurdy.",
        ),
        (
            "kk-Arab",
            "مينيسترلەر سەيسەنبى كۇنى ۇلگى كەزدەسۋ وتكىزىپ، جاڭا كەڭەس قۇردى دەپ حابارلادى",
        ),
        (
            "kaa",
            "Министрлер сийшемби күни үлги ушырасыў өткерип, жаңа кеңес дүзди деп хабарлады.",
        ),
    ],
)
def test_other_scripts_and_neighbours_are_told(language, text):
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "Министры провели в столице встречу, на которой выступил ансамбль «Қорқыт ұлы», "
            "и обсудили торговлю, транспорт, образование и науку на ближайшие пять лет работы.",
        ),
        (
            "en",
            "The ministers held a meeting in Qəbələ, where Mr. Əliyev spoke of trade, transport, "
            "education and science for the coming five years of work in all of the Turkic states.",
        ),
    ],
)
def test_quoted_name_does_not_make_a_text_that_of_its_language(language, text):
    assert detect_language(text) == language
