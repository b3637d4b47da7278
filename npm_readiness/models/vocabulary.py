"""The closed sets of words that files and reports use. Each value is the word as it is written in YAML and in JSON."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

__all__ = [
    "ANSWERS_WORST_FIRST",
    "Addressee",
    "Answer",
    "Aspect",
    "BillStatus",
    "Binding",
    "BodyRole",
    "Combine",
    "CountsFor",
    "CrossRead",
    "Force",
    "InstitutionKind",
    "LegalBasis",
    "MechanismState",
    "Membership",
    "NpmModel",
    "Obligation",
    "ProvisionAddressee",
    "Recommender",
    "Response",
    "Severity",
    "Shows",
    "SourceKind",
    "Stage",
    "Status",
    "Treaty",
    "Verdict",
    "Verified",
    "Word",
]


class Word(str, Enum):
    """A word of a closed set; it prints as itself on every Python (``str`` of a mixed-in enum changed in 3.11)."""

    # That of an enumeration is reckoned in Python, from the name, and words are looked up all the time.
    __hash__ = str.__hash__

    def __str__(self) -> str:
        return str(self.value)

    def __format__(self, spec: str) -> str:
        return format(str(self.value), spec)


class Answer(Word):
    """An answer to a question; ``yes`` is always the better one."""

    YES = "yes"
    PARTIAL = "partial"
    NO = "no"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


ANSWERS_WORST_FIRST = (Answer.NO, Answer.PARTIAL, Answer.YES)
"""The answers that say how far something is the case, from the worst to the best."""


class Combine(Word):
    """How a criterion makes one result of its questions: their mean, the weakest, or the strongest."""

    MEAN = "mean"
    ALL = "all"
    ANY = "any"


class Stage(Word):
    """When a requirement must be in place; the members stand in the order of the stages."""

    RATIFICATION = "ratification"
    DESIGNATION = "designation"
    ESTABLISHMENT = "establishment"
    OPERATION = "operation"

    @cached_property
    def order(self) -> int:
        """Its place among the stages, from 0."""
        return list(Stage).index(self)


class Aspect(Word):
    """On paper, or in fact."""

    LAW = "law"
    PRACTICE = "practice"


class Binding(Word):
    """What kind of document an instrument is."""

    TREATY = "treaty"
    AUTHORITATIVE_GUIDANCE = "authoritative-guidance"
    PRINCIPLES = "principles"
    PRACTICE_GUIDE = "practice-guide"


class Force(Word):
    """The verb of a provision; ``context`` where it asks nothing of anybody."""

    SHALL = "shall"
    SHOULD = "should"
    MAY = "may"
    CONTEXT = "context"


class Obligation(Word):
    """How hard a criterion binds; the members stand from the strongest to the weakest."""

    TREATY = "treaty"
    GUIDANCE = "guidance"
    PRACTICE = "practice"

    @cached_property
    def order(self) -> int:
        """0 for the strongest."""
        return list(Obligation).index(self)


class Severity(Word):
    """How much a gap matters for conformity; it never says that there is a violation."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"

    @classmethod
    def of(cls, obligation: Obligation) -> Severity:
        """The severity of a gap in a criterion of this obligation."""
        return list(cls)[obligation.order]


class Addressee(Word):
    """Who must act to close a gap."""

    PARLIAMENT = "parliament"
    GOVERNMENT = "government"
    JUDICIARY = "judiciary"
    NPM = "npm"
    DETAINING_AUTHORITIES = "detaining_authorities"


class ProvisionAddressee(Word):
    """To whom a provision speaks."""

    STATE = "state"
    NPM = "npm"
    BOTH = "both"
    SPT = "spt"
    PRISON_ADMINISTRATION = "prison-administration"
    COURTS = "courts"


class Verified(Word):
    """Whether the wording of a provision was read, or is remembered."""

    TEXT_SEEN = "text-seen"
    MEMORY = "memory"


class CrossRead(Word):
    """For a provision on memory: whether a second reader, blind to the first, recalled the same."""

    AGREED = "agreed"
    DOUBTFUL = "doubtful"


class CountsFor(Word):
    """Whether a checklist enters the verdicts on the stages, or is a body of standards with a summary of its own."""

    READINESS = "readiness"
    STANDARDS = "standards"


class NpmModel(Word):
    """The models of a national preventive mechanism that a State can choose."""

    NHRI = "nhri"
    NHRI_PLUS = "nhri_plus"
    SPECIALISED_BODY = "specialised_body"
    MULTIPLE_BODIES = "multiple_bodies"


class InstitutionKind(Word):
    """What a body named in a profile is today."""

    OMBUDSMAN = "ombudsman"
    COMMISSION = "commission"
    SPECIALISED = "specialised"
    INSPECTORATE = "inspectorate"
    OTHER = "other"


class BodyRole(Word):
    """What a body is to the mechanism of a State."""

    CANDIDATE = "candidate"
    INTERIM = "interim"
    MECHANISM = "mechanism"
    MEMBER = "member"
    COORDINATOR = "coordinator"
    REGIONAL = "regional"
    FORMER = "former"


class LegalBasis(Word):
    """On what a body rests as the mechanism; the members stand from the highest to the lowest."""

    CONSTITUTION = "constitution"
    ACT = "act"
    EXECUTIVE_TEXT = "executive_text"
    AGREEMENT = "agreement"
    NONE = "none"

    @property
    def below_an_act(self) -> bool:
        """Whether parliament has no part in it, so that the executive can take it away."""
        return self in {LegalBasis.EXECUTIVE_TEXT, LegalBasis.AGREEMENT, LegalBasis.NONE}


class Membership(Word):
    """Where a State stands with OPCAT: outside of it, joined but not bound yet, or bound."""

    OUTSIDE = "outside"
    JOINED = "joined"
    BOUND = "bound"


class MechanismState(Word):
    """Where a State stands with its mechanism: none, one that nobody sits in, one at work, one at work for two years."""

    NONE = "none"
    DESIGNATED = "designated"
    AT_WORK = "at_work"
    SETTLED = "settled"


class SourceKind(Word):
    """What a source of a profile is: a legal text (constitution, law, decree, rules in force), a web page, or another document.

    A web page has no places in it that could be named.
    """

    LAW = "law"
    PAGE = "page"
    OTHER = "other"


class Recommender(Word):
    """Who made a recommendation to a State."""

    SPT = "spt"
    CAT = "cat"
    HRC = "hrc"
    CEDAW = "cedaw"
    CRC = "crc"
    UPR = "upr"
    CPT = "cpt"
    GANHRI = "ganhri"
    NHRI = "nhri"
    NPM = "npm"
    OTHER = "other"


class Response(Word):
    """What a State answered to a recommendation."""

    ACCEPTED = "accepted"
    NOTED = "noted"
    UNKNOWN = "unknown"


class Shows(Word):
    """Whether a piece of evidence shows what is in place, or what is missing."""

    IN_PLACE = "in_place"
    MISSING = "missing"


class BillStatus(Word):
    """How far a bill has come."""

    BILL = "bill"
    ADOPTED = "adopted"


class Treaty(Word):
    """The treaties whose status a profile can give; the words are the ids of their instruments."""

    UNCAT = "uncat"
    OPCAT = "opcat"
    ICCPR = "iccpr"
    CEDAW = "cedaw"
    CRC = "crc"


class Status(Word):
    """What is established about a criterion."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"


class Verdict(Word):
    """The verdict on a stage. ``undetermined`` says that more than one of the others is still possible."""

    NOT_READY = "not_ready"
    READY_WITH_GAPS = "ready_with_gaps"
    READY = "ready"
    UNDETERMINED = "undetermined"
