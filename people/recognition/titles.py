"""Words that stand before a bare surname without being a given name, in the desk's languages.

Not a list of offices: those are in the reference data. Only what the first letter of a title or
of a sentence would otherwise make look like a name.
"""

from people.recognition.words import key_of

_TITLES = """
president vice premier prime minister secretary general chairman chairwoman chair speaker leader
deputy ambassador governor senator general colonel judge justice king queen sheikh sultan emir
mr mrs ms dr prof professor sir madam lord excellency his her the state foreign first lady
commissioner director head chief mayor member adviser advisor envoy spokesman spokesperson and

президент премьер министр секретарь генсек генеральный председатель спикер глава лидер посол
губернатор сенатор генерал полковник судья король шейх султан господин госпожа г-н доктор
профессор депутат академик советник директор мэр аким экс вице и

cumhurbaşkanı başkan başkanı başbakan bakan bakanı sekreter sekreteri general büyükelçi vali sayın
bay bayan meclis genel dışişleri lideri müsteşar prof dr ve

prezident prezidenti nazir naziri baş katib katibi sədr sədri sədrin spiker səfir səfiri cənab
xanım general deputat lider lideri və

президенті премьерминистрі министрі хатшы хатшысы бас төраға төрағасы елші елшісі мырза ханым
әкім депутат және

президенти министри катчы катчысы башкы төрага төрагасы элчи элчиси мырза айым аким жана

prezidenti vazir vaziri bosh kotib kotibi rais raisi elchi elchisi janob xonim hokim va
вазири вазир бош котиб котиби раис раиси элчи элчиси жаноб хоним ҳоким ва

prezidenti ministri baş sekretary jenap hormatly we

elnök miniszterelnök miniszter külügyminiszter főtitkár úr
"""

_OPENINGS = """
after also although and as at before but by during earlier for from furthermore however if in
later meanwhile moreover notably on previously recently since so that then thus today when where
while with yesterday both according following under instead despite besides without upon among
monday tuesday wednesday thursday friday saturday sunday what why how who whether because once
earlier still even only here there perhaps indeed thanks welcoming thanking addressing speaking
meeting greeting congratulating invited kazakh kyrgyz uzbek turkish azerbaijani turkmen hungarian
russian chinese american european turkic

вчера сегодня завтра ранее позже потом затем также однако кроме после перед при по для как когда
если что где здесь там тогда поэтому причем именно между через без от до из под над за об это
встреча визит заявление указ речь слова выступление отметил заявил сказал подчеркнул сообщил
вместо вместе против около среди вокруг внутри вслед вопреки согласно благодаря навстречу напротив
накануне утром днем вечером затем далее наконец теперь сейчас тут уже еще лишь только даже именно
если хотя пока чтобы так вот ведь неужели разве почему зачем куда откуда кто что чей какой который
поедет приедет прибыл прилетел приехал встретил принял посетил поздравил поблагодарил напомнил
добавил указал предложил призвал пригласил выступил провел подписал обсудили беседа переговоры
письмо послание обращение слово статья книга портрет супруга сын дочь брат сестра команда сторона
казахстанский кыргызский узбекский турецкий азербайджанский туркменский венгерский российский

ayrıca daha sonra bugün dün ancak fakat ise bu konuşmasında açıklamasında görüşmede toplantıda
önce hem üstelik böylece yine hatta çünkü eğer görüşmenin ardından öte yandan türk kazak kırgız
bu gün dünən həmçinin sonra lakin görüşdə çıxışında
бүгін кеше сонымен кейін бірақ ал сондай кездесуде бұл
алдымен соңымен бірге сонда содан одан оның оған олар қазақ түрік өзбек
бүгүн кечээ ошондой кийин бирок ал жолугушууда бул анан андан
мындан тышкары ошентип андыктан анда ага алар кыргыз казак түрк өзбек
bugun kecha shuningdek keyin ammo lekin uchrashuvda bu
undan tashqari shunda unga ular biroq
бугун кеча шунингдек кейин аммо лекин учрашувда
"""

TITLES = frozenset(key_of(word) for word in (_TITLES + _OPENINGS).split())
