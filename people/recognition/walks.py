"""Walks of life that nobody whom the desk knows is introduced by: "footballer Sadyr Japarov" is a
namesake. Words by language, by the beginnings that all their cases share.
"""

import re

from people.recognition.words import Words

_WALKS = re.compile(
    r"(?:footballer|wrestler|boxer|swimmer|athlete|judoka|striker|goalkeeper|midfielder|coach|"
    r"singer|actor|actress|student|pupil|schoolboy|schoolgirl|farmer|driver|surgeon|teacher|"
    r"musician|composer|painter|poet|blogger|entrepreneur|businessman|engineer|architect|pianist|"
    r"grandmaster|cyclist|runner|weightlifter|shepherd|conductor|violinist|ballerina|photographer|"
    r"filmmaker|referee|biathlete|skater|skier|sprinter|marathoner|rapper|dancer|chef|tailor|"
    r"programmer|designer|"
    r"дирижер|скрипач|балерин|фотограф|кинорежиссер|шахматист|биатлонист|фигурист|лыжник|"
    r"конькобеж|спринтер|марафон|рэпер|танцор|танцовщи|портн|программист|дизайнер|"
    r"kemanci|balerin|fotografci|satranci|hakem|biatloncu|patenci|dansci|asci|terzi|"
    r"tasarimci|skripkac|rəqqas|dərzi|dizayner|proqramci|"
    r"скрипкашы|биші|тігінші|бағдарламашы|бийчи|тикмечи|скрипкачы|программачы|"
    r"raqqos|skripkachi|tikuvchi|dasturchi|dirijor|dirijyor|раққос|тикувчи|дастурчи|"
    r"футболист|борец|борц|боксер|пловец|пловц|спортсмен|дзюдоист|нападающ|вратар|тренер|певец|"
    r"певц|актер|студент|школьник|фермер|водител|хирург|учител|музыкант|композитор|художник|"
    r"поэт|блогер|предпринимател|бизнесмен|инженер|архитектор|пианист|чабан|"
    r"futbolcu|gures|boksor|yuzucu|sporcu|judocu|kaleci|antrenor|sarkici|oyuncu|ogrenci|ciftci|"
    r"sofor|cerrah|ogretmen|muzisyen|besteci|ressam|sair|muhendis|mimar|isadam|insani|"
    r"futbolcu|pəhləvan|boksçu|bokscu|idmanc|musiqici|mugənni|aktyor|tələbə|sagird|fermer|"
    r"surucu|cərrah|muəllim|bəstəkar|rəssam|muhəndis|memar|qapici|məsqci|"
    r"футболшы|балуан|боксшы|спортшы|әнші|актер|оқушы|фермер|жүргізуші|дәрігер|мұғалім|"
    r"сазгер|суретші|ақын|кәсіпкер|сәулетші|жаттықтырушы|"
    r"футболчу|балбан|боксчу|спортчу|ырчы|окуучу|айдоочу|дарыгер|мугалим|обончу|сүрөтчү|акын|"
    r"ишкер|машыктыруучу|"
    r"futbolchi|kurashchi|bokschi|sportchi|qoshiqchi|xonanda|talaba|oquvchi|haydovchi|shifokor|"
    r"oqituvchi|bastakor|rassom|shoir|tadbirkor|memor|murabbiy|"
    r"футболчи|курашчи|боксчи|спортчи|хонанда|талаба|ўқувчи|ҳайдовчи|шифокор|ўқитувчи)"
    r"(?!л[аеоө]р|l[aeə]r)\w{0,6}"  # several don't bear one name
)
_AGE = re.compile(
    r"\b(?:1\d|2\d)(?:[- ]year[- ]old|[- ]летн\w+| yaşındaki| yaşlı| жастағы| жаштагы| yoshli)\W+$"
)
_SPACES = " \u00a0\n-"
_NEAR = 40


def is_walk(key: str) -> bool:
    """Is a folded word such a walk of life, in whatever case?"""
    return _WALKS.fullmatch(key) is not None


def is_of_another_walk(words: Words, first: int, text: str) -> bool:
    """Is the name introduced as that of a sportsman, an artist or a youth?"""
    if first == 0 or words.gaps[first].strip(_SPACES):
        return False
    if is_walk(words.key(first - 1)):
        return True
    start = words.start(first)
    return _AGE.search(text, max(0, start - _NEAR), start) is not None
