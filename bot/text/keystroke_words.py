"""Words that are not keystrokes although they could be: "visa" also types "vía".

Found by decoding lists of common words.
"""

from __future__ import annotations

_NEVER = "bar box bus chef gas post sofa taxi test tw usa vest visa"
_ENGLISH = """
air ans ari arm as aus aux ax bangs bans barn bats bays bee beef been beer bees best bets bias
bins bis bits boar boast boats bois boo boom boon boost boots bore born bots bow bows buns burn
bury bust busy buys cams cans caps car cary cas cast cats chair chaos char charm chats cheer
cher chest chips choir chops chose chosen chow coast coats cons coo cops cor core corn cos cost
cow cows cox cups cuts dams dans dar darn das dawn days dee deem deer def dems dips dir dis docs
does doo doom door dora dorm dos dose dots dow down downs dust ee ems eps esp est ex gangs gaps
gary gasp gays goats goes goo gore gown guns gus guts guys hair hangs hans harm has hats hee her
hero hex hips his hits hoax hoo hoops hops horn hose host how if imf ins ira is isa ist its keen
keeps kits laos laps last lawn lax lays lee lens lest lets lex liar lips lisa list loaf loans
lois loo loom loops lore lori lose lost lots low lows lungs lust lux maj mans maps mar mary mas
mast mats max meets mens mets mins mir mis mist mix moms moon moons moor moran more mos most
muir mums must nas nero nest nets ngos noir noon nor nora norm nos nose now nuns nuts oats of
ons oo oops ops or ore own owns ox pair pans pas paso past pats pawn pax pays pee peer pens per
pest pets pins pits poets poo poor pops por porn pos pose pots pow pups puts quasi queen queens
queer quest quits quran raf raj rams rats rays reef ref reps rest rex roar roast roof room rooms
roots ros rosa rose rosen row rowan rows runs rust sachs sans sas says see seem seems seen sees
ser sets sex sims sins sir sis sits six soar songs sons soo soon sore sos sow sox sums suns
sworn taj taps tar tax tee teen teens tees tens term tex thats thee this thor thorn those thus
tips tis tits toast toes tons too tops tor tore torn tos tow town towns trans traps tree trees
trips trojan troops trust turn two ups us usc vans var vary vast ver vets vis vow vows wa war
was wax won wong worm worn wow wr wrong
"""
# What Vietnamese texts write just so; never decoded.
NEVER = frozenset(_NEVER.split())
# Common English words: decoded only beside words that can be nothing but keystrokes.
ENGLISH = frozenset(_ENGLISH.split())
