"""What every text about the Turkic states names: states, capitals, the organization, offices.

Data only. A small collection can't tell by itself that these words prove nothing; a large one
finds it out by counting.
"""

COMMONPLACE = {
    "en": "the and for that with has have was were will from this their its not are been also "
    "about said which who Organization of Turkic States OTS Secretary General Security Council "
    "President Prime Minister Foreign Ministry meeting summit member observer countries "
    "cooperation Kyrgyzstan Kyrgyz Republic Kazakhstan Azerbaijan Türkiye Turkey Uzbekistan "
    "Hungary Turkmenistan Bishkek Astana Baku Ankara Tashkent Istanbul Budapest Samarkand "
    "Secretariat Central Asia regional international economic political development strengthening",
    "ru": "что для как или они это был была были будет также его их при после года году "
    "Организация Организации тюркских государств ОТГ Генеральный секретарь Совет безопасности "
    "президент премьер министр министерство иностранных дел встреча саммит члены наблюдатель "
    "страны сотрудничество Кыргызстан Киргизия Кыргызская Республика Казахстан Азербайджан Турция "
    "Узбекистан Венгрия Туркменистан Бишкек Астана Баку Анкара Ташкент Стамбул Будапешт Ашхабад "
    "Самарканд Секретариат Центральная Азия региональный международный экономический политический "
    "развитие укрепление",
    "kk": "және мен үшін бұл деп бойынша бар болып туралы Түркі мемлекеттері ұйымы ТМҰ Бас хатшы "
    "Қауіпсіздік кеңесі президент премьер министр Сыртқы істер министрлігі кездесу саммит мүше "
    "бақылаушы елдер ынтымақтастық Қырғызстан Қырғыз Республикасы Қазақстан Әзербайжан Түркия "
    "Өзбекстан Мажарстан Түрікменстан Бішкек Астана Баку Анкара Ташкент Стамбул Будапешт Ашхабад "
    "Самарқанд Хатшылық Орталық Азия өңірлік халықаралық экономикалық саяси даму нығайту",
    "ky": "жана менен үчүн бул деп боюнча бар болуп тууралуу Түрк мамлекеттеринин уюму ТМУ Башкы "
    "катчы Коопсуздук кеңеши президент премьер министр Тышкы иштер министрлиги жолугушуу саммит "
    "мүчө байкоочу өлкөлөр кызматташтык Кыргызстан Кыргыз Республикасы Казакстан Азербайжан "
    "Түркия Өзбекстан Венгрия Түркмөнстан Бишкек Астана Баку Анкара Ташкент Стамбул Будапешт "
    "Ашхабад Самарканд Катчылык Борбордук Азия аймактык эл аралык экономикалык саясий өнүктүрүү",
    "tr": "ve ile için bir bu olarak olan daha da de Türk Devletleri Teşkilatı TDT Genel Sekreteri "
    "Güvenlik Konseyi Cumhurbaşkanı başkan Başbakan Bakan Dışişleri Bakanlığı toplantı zirve üye "
    "gözlemci ülkeler işbirliği Kırgızistan Kırgız Cumhuriyeti Kazakistan Azerbaycan Türkiye "
    "Özbekistan Macaristan Türkmenistan Bişkek Astana Bakü Ankara Taşkent İstanbul Budapeşte "
    "Aşkabat Semerkant Sekretarya Orta Asya bölgesel uluslararası ekonomik siyasi kalkınma",
    "az": "və ilə üçün bir bu olaraq olan daha da də Türk Dövlətləri Təşkilatı TDT Baş katibi "
    "Təhlükəsizlik Şurası prezident Baş nazir nazir Xarici İşlər Nazirliyi görüş sammit zirvə üzv "
    "müşahidəçi ölkələr əməkdaşlıq Qırğızıstan Qırğız Respublikası Qazaxıstan Azərbaycan Türkiyə "
    "Özbəkistan Macarıstan Türkmənistan Bişkek Astana Bakı Ankara Daşkənd İstanbul Budapeşt "
    "Aşqabad Səmərqənd Katiblik Mərkəzi Asiya regional beynəlxalq iqtisadi siyasi inkişaf",
    "uz": "va bilan uchun bir bu deb boʻyicha bor haqida Turkiy davlatlar tashkiloti TDT Bosh "
    "kotibi Xavfsizlik kengashi prezident Bosh vazir vazir Tashqi ishlar vazirligi uchrashuv "
    "sammit aʼzo kuzatuvchi davlatlar hamkorlik Qirgʻiziston Qirgʻiz Respublikasi Qozogʻiston "
    "Ozarbayjon Turkiya Oʻzbekiston Vengriya Turkmaniston Bishkek Ostona Boku Anqara Toshkent "
    "Istanbul Budapesht Ashxobod Samarqand Kotibiyat Markaziy Osiyo mintaqaviy xalqaro iqtisodiy",
    "hu": "és hogy egy nem is van volt Türk Államok Szervezete főtitkár Biztonsági Tanács elnök "
    "miniszterelnök miniszter Külügyminisztérium találkozó csúcstalálkozó tag megfigyelő országok "
    "együttműködés Kirgizisztán Kirgiz Köztársaság Kazahsztán Azerbajdzsán Törökország Üzbegisztán "
    "Magyarország Türkmenisztán Biskek Asztana Baku Ankara Taskent Isztambul Budapest Aşgabat",
    "tk": "we bilen üçin bir bu diýip boýunça bar Türki döwletleriň guramasy Baş sekretary "
    "Howpsuzlyk geňeşi prezident Premýer ministr Daşary işler ministrligi duşuşyk sammit agza "
    "synçy ýurtlar hyzmatdaşlyk Gyrgyzystan Gyrgyz Respublikasy Gazagystan Azerbaýjan Türkiýe "
    "Özbegistan Wengriýa Türkmenistan Bişkek Astana Baku Ankara Daşkent Stambul Budapeşt Aşgabat",
}
