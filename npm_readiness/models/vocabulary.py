"""The closed sets of words that files and reports use. Each value is the word as it is written in YAML and in JSON."""

from __future__ import annotations

from enum import Enum

__all__ = [
    "Addressee",
    "Answer",
    "Aspect",
    "Binding",
    "Combine",
    "CountsFor",
    "CrossRead",
    "Force",
    "InstitutionKind",
    "NpmModel",
    "Obligation",
    "ProvisionAddressee",
    "Severity",
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

    @property
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

    @property
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
    """What the institution named in a profile is today."""

    OMBUDSMAN = "ombudsman"
    COMMISSION = "commission"
    OTHER = "other"


class SourceKind(Word):
    """Whether a source of a profile is a legal text: a constitution, a law, a decree, rules in force."""

    LAW = "law"
    OTHER = "other"


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
