"""Words that mark the name beside them as a father's: “son of” and “daughter of”, in both scripts.

Endings that do the same inside a word (-ович, -uulu) are the business of whoever reads the word.
"""

_WORDS = """
oglu oğlu ogly oghlu ogli uulu uly ulı kyzy qizi kızı qızı gyzy kizi
ұлы улы уулу оглы оглу оғлы углу угли кызы қызы гызы кизи
"""

# Lower case, without apostrophes: Uzbek oʻgʻli is ogli.
FILIAL = frozenset(_WORDS.split())
