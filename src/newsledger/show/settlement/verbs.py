"""English verbs in the past: "visit" and "visiting" to "visited", "be" to "was" or "were"."""

import re

_PASTS = """
arise:arose awake:awoke be:was bear:bore beat:beat become:became befall:befell begin:began bend:bent bet:bet
bid:bid bind:bound bite:bit bleed:bled blow:blew break:broke breed:bred bring:brought broadcast:broadcast
build:built burst:burst buy:bought cast:cast catch:caught choose:chose cling:clung come:came cost:cost
creep:crept cut:cut deal:dealt dig:dug do:did draw:drew drink:drank drive:drove eat:ate fall:fell feed:fed
feel:felt fight:fought find:found flee:fled fling:flung fly:flew forbid:forbade forecast:forecast
foresee:foresaw forget:forgot forgive:forgave forgo:forwent forsake:forsook freeze:froze get:got give:gave
go:went grind:ground grow:grew hang:hung have:had hear:heard hide:hid hit:hit hold:held hurt:hurt keep:kept
kneel:knelt know:knew lay:laid lead:led leave:left lend:lent let:let lie:lay light:lit lose:lost make:made
mean:meant meet:met mislead:misled mistake:mistook misunderstand:misunderstood oust:ousted outdo:outdid
outgrow:outgrew outsell:outsold overcome:overcame overdo:overdid overhear:overheard override:overrode
overrun:overran oversee:oversaw overtake:overtook overthrow:overthrew partake:partook pay:paid put:put
quit:quit read:read rebuild:rebuilt redo:redid remake:remade repay:repaid reread:reread rerun:reran
resell:resold reset:reset restrict:restricted rethink:rethought retake:retook rewrite:rewrote rid:rid
ride:rode ring:rang rise:rose run:ran say:said see:saw seek:sought sell:sold send:sent set:set shake:shook
shed:shed shine:shone shoot:shot show:showed shrink:shrank shut:shut sing:sang sink:sank sit:sat sleep:slept
slide:slid speak:spoke spend:spent spin:spun split:split spread:spread spring:sprang stand:stood steal:stole
stick:stuck sting:stung strike:struck strive:strove swear:swore sweep:swept swim:swam swing:swung take:took
teach:taught tear:tore tell:told think:thought throw:threw thrust:thrust tread:trod undergo:underwent
understand:understood undertake:undertook undo:undid unwind:unwound uphold:upheld upset:upset wake:woke
wear:wore weave:wove weep:wept win:won wind:wound withdraw:withdrew withhold:withheld withstand:withstood
wring:wrung write:wrote
"""
#: Verbs with a past of their own.
_IRREGULAR = dict(pair.split(":") for pair in _PASTS.split())
_STRESSED = """
abet acquit admit allot annul commit compel concur confer control defer demur deter dispel embed emit enrol
equip excel expel extol forget handicap impel incur infer kidnap omit outwit patrol permit prefer propel rebel
rebut recur refer regret repel submit transfer transmit unwrap worship
"""
#: Longer verbs that double their last letter, since they are stressed there.
_DOUBLING = frozenset(_STRESSED.split())
_SHORT = re.compile(r"(?:qu|[^aeiou])*[aeiouy][bdfgklmnprtvz]")
_LAST_Y = re.compile(r"[^aeiou]y$")


def past(verb: str, *, plural: bool = False) -> str:
    """Put a verb in its base form or in ``-ing`` into the past.

    Args:
        verb: In lower case.
        plural: Its subject is plural, which only "be" shows.
    """
    if verb in ("be", "being"):
        return "were" if plural else "was"
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb in _GERUNDS:
        return _GERUNDS[verb]
    if verb.endswith("ing") and len(verb) > 5 and verb not in _SOUNDS_LIKE:
        return re.sub(r"([^aeiou])yed$", r"\1ied", f"{verb[:-3]}ed")
    return _regular(verb)


#: Verbs whose base form ends in "ing".
_SOUNDS_LIKE = frozenset({"bring", "cling", "fling", "ring", "sing", "sling", "spring", "sting", "string", "swing"})


def base_of(verb: str) -> str:
    """Give the base form of a verb in the third person of the present: "flies" is "fly", "is" is "be"."""
    if verb in _PRESENTS:
        return _PRESENTS[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) else verb.removesuffix("s")


_PRESENTS = {"is": "be", "has": "have", "does": "do", "lies": "lie", "ties": "tie", "dies": "die"}


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if _LAST_Y.search(verb):
        return f"{verb[:-1]}ied"
    if verb.endswith("ic"):
        return f"{verb}ked"
    return f"{verb}{verb[-1]}ed" if _doubles(verb) else f"{verb}ed"


def _doubles(verb: str) -> bool:
    return verb in _DOUBLING or _SHORT.fullmatch(verb) is not None


def gerund(verb: str) -> str:
    """Put a base form into ``-ing``."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _doubles(verb) else f"{verb}ing"


_GERUNDS = {gerund(verb): done for verb, done in _IRREGULAR.items()}
