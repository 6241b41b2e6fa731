"""Words of a name that tell nobody apart: particles, courtesies, senior and junior."""

_WORDS = """
van von fon vom der den de del di da la le bin ibn al el bey bei paşa pasha efendi aga ağa hacı
haci hoca jr sr
фон ван дер ден де дель ди да ла ле бин ибн аль эль бей паша эфенди ага младший старший
"""

# Lower case.
LESSER = frozenset(_WORDS.split())
