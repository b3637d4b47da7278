"""The catalogue of everything that can be wrong in an input; ``docs/problems.md`` is made from it.

Each entry holds the sentence that a person reads, the advice that goes with it (both with named placeholders), and a
longer explanation. A code is stable: scripts may look for it.
"""

from __future__ import annotations

from collections.abc import Mapping

from npm_readiness.finding_codes import FINDINGS
from npm_readiness.form_codes import OF_FORMS
from npm_readiness.problem_kind import ProblemCode
from npm_readiness.profile_codes import OF_PROFILES

__all__ = ["CODES"]


_ALL = (
    # --- Files ---------------------------------------------------------------------------------------------------
    ProblemCode(
        "file-unreadable",
        "the file cannot be read: {reason}",
        "check the path and the permissions",
        "The file is missing, is a folder, or may not be opened.",
    ),
    ProblemCode(
        "file-too-large",
        "the file has more than {limit}",
        "split it, or take out what is not needed",
        "Files are limited in size, so that a file from a stranger cannot exhaust the memory.",
    ),
    ProblemCode(
        "file-other-format",
        "this is {format}, and a text file in YAML is wanted",
        "write the profile with a text editor; npm-readiness init makes one to begin with",
        "The file was made by another program. It was known by its first bytes; nothing else of it was read.",
    ),
    ProblemCode(
        "file-encoding",
        "the file is not UTF-8 here: {reason}",
        "save it as UTF-8",
        "Files are read as UTF-8, with or without a byte-order mark. Other encodings are refused rather than guessed.",
    ),
    ProblemCode(
        "file-kind",
        "this is neither a profile nor a file of a catalogue",
        "begin with country: for a profile, or with one of {allowed}",
        "What a file is follows from its first-level keys; none of the expected ones is there, or several are.",
    ),
    # --- YAML ----------------------------------------------------------------------------------------------------
    ProblemCode(
        "yaml-syntax",
        "this is not valid YAML: {reason}",
        "{advice}",
        "The YAML parser could not go on. What follows in the file was not looked at.",
    ),
    ProblemCode(
        "yaml-character",
        "the character {character} is refused",
        "delete it; it is often invisible and comes with pasted text",
        "YAML allows no control characters, and no byte-order mark but at the start. They are often pasted along with "
        "text from other programs. They are refused as escapes too, because reports would carry them on.",
    ),
    ProblemCode(
        "yaml-space",
        "the character {character} stands here, which is no space to YAML",
        "put an ordinary space in its place",
        "The no-break space and its like look like a space and come with text that is pasted from a page or a word processor. "
        "Within a text they may stand; as indentation, around a key and after its colon they change what is read.",
    ),
    ProblemCode(
        "yaml-empty",
        "the file is empty",
        "write at least one key: value",
        "There is no document in the file, or only comments.",
    ),
    ProblemCode(
        "yaml-several-documents",
        "a second document begins here",
        "keep one document in a file: delete the line with ---, or split the file",
        "A file holds one document.",
    ),
    ProblemCode(
        "yaml-duplicate-key",
        "the key {key} stands here a second time; the first is at line {first_line}",
        "keep one of the two",
        "YAML says that keys are unique; most readers silently keep the last one, and an answer is lost.",
    ),
    ProblemCode(
        "yaml-key",
        "a key must be a plain word or a quoted text",
        "write key: value",
        "Keys that are lists or mappings are refused.",
    ),
    ProblemCode(
        "yaml-key-alone",
        "{key} is read as a key that has no value",
        "{advice}",
        "Within braces a comma begins a new key: {pinpoint: art. 3, par. 2} has the keys pinpoint and par. 2. A text that holds a "
        "comma needs quotes there.",
    ),
    ProblemCode(
        "yaml-tag",
        "the tag {tag} is refused",
        "delete it; put quotes around a value that must be text, or that begins with !",
        "Tags can make a reader build arbitrary objects. Nothing here needs them.",
    ),
    ProblemCode(
        "yaml-anchor",
        "the anchor or alias {name} is refused",
        "{advice}",
        "Aliases let a small file expand into a very large one, and hide from a reader what stands in a place. Programs that write "
        "YAML make them, with names such as id001, for a value that they hold twice. That can be switched off: in PyYAML with "
        "yaml.SafeDumper.ignore_aliases = lambda *_: True, in ruamel.yaml with the same on its representer, in js-yaml with "
        "noRefs: true.",
    ),
    ProblemCode(
        "yaml-directive",
        "a directive (a line that begins with %) is refused",
        "delete the line",
        "YAML directives change how a file is read; nothing here needs them.",
    ),
    ProblemCode(
        "yaml-too-deep",
        "the nesting is deeper than {limit} levels",
        "this is more than any of our files needs: look for stray brackets or indentation",
        "Depth is limited, so that a file of brackets cannot exhaust the reader.",
    ),
    ProblemCode(
        "yaml-too-many-values",
        "the file holds more than {limit} values",
        "split it, or take out what is not needed",
        "The number of values is limited, so that a file from a stranger cannot exhaust the memory.",
    ),
    ProblemCode(
        "yaml-lost-text",
        'the text "{text}" is lost, because # begins a comment here',
        "put quotes around the whole value; if a comment is meant, put a space after the #",
        "In YAML, what stands behind a # after a space is no part of the value: of title: Order #27 of the Minister, the word "
        "Order is left. So a comment here has a line of its own, or a space after its #.",
    ),
    ProblemCode(
        "yaml-number",
        "the number {number} is too long or too large",
        "put quotes around it if it is meant as text",
        "Numbers of more than forty characters are refused, and those that are too large to be held.",
    ),
    # --- Shape: what a model asks of a file ------------------------------------------------------------------------
    ProblemCode(
        "key-missing",
        "the key {key} is missing",
        "add {key}: here",
        "A key that is always required is not there.",
    ),
    ProblemCode(
        "key-unknown",
        "nothing reads the key {key}",
        "{advice}",
        "An unknown key is an error and not ignored: a misspelt key would otherwise drop what it holds.",
    ),
    ProblemCode(
        "value-type",
        "{wanted} is wanted here, and this is {found}",
        "{advice}",
        "The value has another type than the one expected. Nothing is converted silently.",
    ),
    ProblemCode(
        "value-not-allowed",
        "{found} is not one of the words allowed here",
        "{advice}",
        "The place takes one of a closed set of words.",
    ),
    ProblemCode(
        "value-invalid",
        "{reason}",
        "{advice}",
        "The value has the right type, but not a form or a size that is allowed here.",
    ),
    ProblemCode(
        "date-to-fill-in",
        "assessed_on is still to be filled in",
        "write the day of which the profile speaks, YYYY-MM-DD",
        "A new profile has no date. It can be filled in and validated without one; an assessment needs it.",
    ),
    ProblemCode(
        "extending-impossible",
        "the questions cannot be put into this profile without changing something else in it",
        "write answers: and checklists: with one entry to a line, and end the file with a line break",
        "What extend writes is read again before it is given out: everything that was there must be there as it was.",
    ),
    ProblemCode(
        "gathering-impossible",
        "the answers cannot be put into this profile without changing something else in it",
        "write answers: and sources: with one entry to a line, and end the file with a line break",
        "What gather writes is read again before it is given out: everything that was there must be there as it was.",
    ),
    *OF_FORMS,
    # --- Cross-references in a catalogue ----------------------------------------------------------------------------
    ProblemCode(
        "catalogue-empty",
        "the folder holds no YAML file",
        "name a folder with checklists or registers in it",
        "A folder given with --catalogue must hold at least one .yaml file.",
    ),
    ProblemCode(
        "catalogue-too-large",
        "the folder holds {files} YAML files, and {limit} are read at most",
        "name the folder of the checklists alone",
        "A folder given with --catalogue is read whole, so it holds what belongs to a catalogue and nothing else.",
    ),
    ProblemCode(
        "id-duplicate",
        "the id {id} is already taken at {first}",
        "choose another id",
        "Ids are unique in the whole catalogue, across checklists, because profiles and reports refer to them.",
    ),
    ProblemCode(
        "provision-unknown",
        "there is no provision {id} in the register",
        "{advice}",
        "A criterion may cite only what the register of provisions holds.",
    ),
    ProblemCode(
        "provision-doubtful",
        "the provision {id} is marked doubtful and may not be cited",
        "read its text, correct its entry in the register, and take the mark away",
        "Two readers did not agree on what the pinpoint says. Until the text is read no criterion leans on it.",
    ),
    ProblemCode(
        "instrument-unknown",
        "there is no instrument {id} in the register",
        "{advice}",
        "A provision belongs to an instrument of the register.",
    ),
    ProblemCode(
        "dimension-unknown",
        "there is no dimension {id}",
        "{advice}",
        "A criterion belongs to one of the dimensions of the catalogue.",
    ),
    ProblemCode(
        "question-unknown",
        "there is no question {id}",
        "{advice}",
        "The id after use: must be that of a question defined under a criterion of the catalogue.",
    ),
    ProblemCode(
        "was-in-use",
        "the id {id} under was: is that of a question in use, at {first}",
        "take it out here, or give the other question an id of its own",
        "The ids under was: are those of questions that are no more. An answer to one that is in use would have two meanings.",
    ),
    ProblemCode(
        "was-twice",
        "the id {id} under was: stands already at {first}",
        "keep it at the question that took its place",
        "A question that is no more has one that took its place, so that an old answer leads to it.",
    ),
    ProblemCode(
        "question-twice",
        "the criterion asks the question {id} twice",
        "ask it once",
        "A question counts once within a criterion.",
    ),
    ProblemCode(
        "respondent-unknown",
        "there is no respondent {id}",
        "{advice}",
        "Who can answer a question is named by an id of the list of respondents; a list in a folder of your own adds to ours.",
    ),
    ProblemCode(
        "respondent-twice",
        "the question names the respondent {id} twice",
        "name each once, the best placed first",
        "A question is sent once to each of those who can answer it.",
    ),
    ProblemCode(
        "code-duplicate",
        "the code {id} is already taken at {first}",
        "choose another number",
        "Letters and replies cite a criterion by its code, in all checklists and folders.",
    ),
    ProblemCode(
        "code-chapter-unknown",
        "there is no chapter {id}",
        "{advice}",
        "The chapter of a code is named by an id of the list of chapters; a list in a folder of your own adds to ours.",
    ),
    ProblemCode(
        "instrument-of-change-unknown",
        "there is no instrument of change {id}",
        "{advice}",
        "By which kind of text or decision something is done is named by an id of the list of instruments of change; a list in a "
        "folder of your own adds to ours.",
    ),
    ProblemCode(
        "criterion-unknown",
        "there is no criterion {id}",
        "{advice}",
        "The ids under after: must be those of criteria of the catalogue.",
    ),
    ProblemCode(
        "after-cycle",
        "these criteria wait for each other: {cycle}",
        "take one of the references under after: away",
        "What comes before what must have a beginning.",
    ),
    ProblemCode(
        "after-later-stage",
        "the criterion {id} under after: belongs to the later stage {stage}",
        "a step cannot wait for a later stage: change after: or the stage",
        "Stages follow one another; what must come before cannot belong to a later one.",
    ),
    ProblemCode(
        "reading-missing",
        "the criterion cites guidance beside the treaty and does not say why",
        "say under reading: why the treaty's word requires what the guidance spells out",
        "A treaty criterion asks only for what the treaty's word asks. Where guidance spells that word out, the criterion "
        "cites both on purpose, with the reason; otherwise what guidance adds is a criterion of its own.",
    ),
    ProblemCode(
        "no-such-checklist",
        "there is no checklist {id}",
        "{advice}",
        "The checklists named in a profile or on the command line must be in the catalogue.",
    ),
    *OF_PROFILES,
    # --- Arguments --------------------------------------------------------------------------------------------------
    ProblemCode(
        "argument-invalid",
        "{reason}",
        "{advice}",
        "An argument of the command line, or of a function, cannot be used.",
    ),
    ProblemCode(
        "id-unknown",
        "there is no criterion, question, provision, instrument, dimension, respondent, checklist or country {id}",
        "{advice}",
        "The id given to show is not in the catalogue. Whoever has a word and no id yet looks for it with find.",
    ),
    ProblemCode(
        "output-unwritable",
        "the output cannot be written: {reason}",
        "check the folder and the permissions",
        "Nothing was written: output is written beside the file and then put in its place, whole or not at all.",
    ),
    ProblemCode(
        "output-is-input",
        "the output would go over {input}, which this command reads",
        "name another file; --force does not change this",
        "What a command reads is never written over: not the profile, and no file of a catalogue, whatever path, symbolic link or "
        "hard link leads to it.",
    ),
    ProblemCode(
        "output-in-product",
        "the output would go into npm-readiness itself, as {where}",
        "name a file in a folder of your own; --force does not change this",
        "The files of the installed package and its checklists are not written over, and nothing is put among them.",
    ),
    ProblemCode(
        "output-exists",
        "there is a file already: {reason}",
        "name another file, or write over it with --force",
        "Without --force a file is written over only if it is empty, or a report or a new profile that npm-readiness wrote and "
        "that nobody has changed since. A digest at the end of it tells. A file of an earlier version has none, and one that "
        "another program has saved anew has none that fits.",
    ),
    ProblemCode(
        "assessment-invalid",
        "this is not an assessment in JSON as this version writes it: {reason}",
        "give a file written by this version with --format json; one of another version is made anew from the profile",
        "Only a complete assessment, with figures that agree with each other, is read back.",
    ),
)

CODES: Mapping[str, ProblemCode] = {entry.code: entry for entry in (*_ALL, *FINDINGS)}
"""Every kind of problem by its code, in the order of the documentation page."""
