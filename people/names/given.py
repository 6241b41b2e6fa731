"""Given names that are one name though no rule of letters says so: short forms, other languages.

A small table from general knowledge.
"""

from people.names.letters import readings

# A line is one name; a name may stand on several lines, for Ioannes is both Hans and Jean. Each
# spelling once per sound: Майкл and Мајкл sound alike.
_NAMES = """
adam adamus
albert bert albertus alberto
alexander alex alec алекс aleksandr alejandro alessandro
alexander alistair alasdair алистер
alfred fred alfredus
alphonsus alphonse alfonso
andreas andrew andre эндрю andrei andrzej анджей andy энди
antonius anthony antoine anton antonio tony тони энтони антуан
augustus auguste august
barbara варвара
benedictus benedict benoit
bartholomaeus bartholomew bart bartolomeo барт
beniaminus benjamin ben веньямин бенджамин
bernardus bernard bernhard bernie берни
brianus brian bryan брайан
carolus charles чарльз charlie chuck чак шарль carlos
carolus karl karel karol carl
catharina catherine кэтрин kate кейт kathy cathy kathleen кэти
catharina katharina käthe кете katja ekaterina catalina
christina christine kristina кристин tina
christophorus christopher кристофер chris krzysztof кшиштоф christophe кристоф christoph
constantinus constantine konstantin costas
cornelius cornelis kees
daniel dan danny дэниел дэн даниэль
david dave дэйв дэвид dafydd дейв
demetrius dmitri dimitar dmitry димитър дмитрий
desiderius didier дидье
dominicus dominic dominique domenico
donaldus donald don дональд
eduardus edward ed эд эдвард edvard edouard eduardo эдуард ted
elisabeth elizabeth liz betty элизабет лиз lisa beth
ericus eric erik erich
eugenius eugene юджин evgeny yevgeny евгений gene джин
fatma fatima фатыма
franciscus francis фрэнсис francesco francisco франсиско франческо paco
franciscus frank фрэнк franz франц frans františek
franciscus francois франсуа
fredericus frederick fred frederic friedrich фридрих fritz
galfridus geoffrey джеффри jeff
georgius george джордж georges жорж georg георг jorge хорхе giorgio джорджо
georgius yuri юрий jerzy ежи
geraldus gerald джеральд gerry jerry джерри gearóid
germanus germain жермен herman
gregorius gregory greg грегори grigory григорий grzegorz гжегож
gualterius walter вальтер уолтер walt
gulielmus william уильям bill билл will willy вильям
gulielmus wilhelm вильгельм guillaume гийом guillermo гильермо willem
helena helen elena helene
henricus henry генри harry гарри hank
henricus heinrich генрих heinz хайнц heiner hendrik
henricus henri анри enrique энрике enrico
horatius horst
hugo hugh хью hugues юг
iacobus james джеймс jim джим jimmy
iacobus jacob jakob якоб jake джейкоб
iacobus jacques жак
ioannes john джон johnny jack
ioannes johannes johann hans ганс йоханнес
ioannes jean жан
ioannes jan juan хуан giovanni джованни ivan
ian iain йен иэн
ioannes sean шон
iohannes john johannes
ieremias jeremy джереми jerry джерри
iosephus joseph джозеф joe джо
iosephus josef józef юзеф йозеф jose хосе giuseppe джузеппе жозеф
iulia julia джулия julie жюли
iulius julius jules жюль giulio джулио
iustina justine джастин justin
kennedus kenneth ken кеннет
laurentius laurence лоуренс larry laurent лоран lars lorenzo
leonardus leonard lee leonardo len
ludovicus louis луи lewis льюис ludwig людвиг luis luigi луиджи
lucas luke люк luc
marcus mark marc marco
margarita margaret маргарет maggie мэгги marguerite meg
maria mary мэри marie мари
martinus martin мартен
matthaeus matthew мэтью matt mathieu матьё matteo маттео
maximilianus maximilian max макс
mehmet muhammad мухаммед muhammet mohammed məhəmməd мехмед mahomet магомед
michael майкл mike майк mick
michael michel мишель mikhail михаил miguel мигель michał михаэль mihail
nicolaus nicholas николас nick nicolas никола klaus
olaus olaf
patricius patrick патрик pat пет paddy pádraig патрисия patricia
paulus paul пол paolo паоло pavel pablo пабло поль пауль
petrus peter питер pete пит
petrus pierre пьер pedro педро pietro пьетро petr piet peer
philippus philip филип phil philippe felipe
radulphus ralph ральф raoul рауль rafe
raimundus raymond ray рэймонд рэй
ricardus richard ричард rick рик dick ришар рихард
robertus robert роберт bob боб bobby rob робер
rogerius roger роджер роже
ronaldus ronald рональд ron ronnie
samuel sam сэм сэмюэл
simon саймон simone симон
stephanus stephen стивен steve стив steven stevan стефен
stephanus stefan штефан stephane etienne этьен istván esteban стефан
susanna susan сьюзан sue suzanne сюзанна
theodorus theodore теодор ted тед fedor fyodor
thomas tom том tommy томаш thom тома
timotheus timothy тимоти tim тим
victoria vicky вики
vincentius vincent винсент vince vicente висенте
"""


def _lines_by_sound() -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_NAMES.strip().splitlines()):
        for name in line.split():
            found.setdefault(readings(name)[0], set()).add(number)
    return found


_LINES = _lines_by_sound()


def is_one_given_name(sound: str, other: str) -> bool:
    """Whether two sounds (first readings) are forms of one given name, as Bob and Robert are."""
    return not _LINES.get(sound, set()).isdisjoint(_LINES.get(other, ()))
