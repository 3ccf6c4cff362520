"""What a file may be called, how long it may be, and what nobody may write into one."""

import re

import pytest

from tests.codebase.sources import below, files, is_text, text

LONGEST = 300
VAGUE = {"utils", "helpers", "services", "common", "misc"}
# Spelled in parts, so that this file does not contain what it forbids.
MACHINE = re.compile(
    r"(?<![\w.}-])/(?:"
    + "|".join(["ro" + "ot", "wo" + "rk", "Use" + "rs", "home/[a-z]+", "o" + "pt", "tmp/pl" + "an"])
    + r")/\w"
)
REGISTRIES = re.compile(
    "|".join([r"py" + r"pi\.", r"python" + "hosted", r"registry\.np" + "mjs", r"deb\.deb" + "ian", r"index-" + r"url"])
)


def test_a_file_cannot_be_longer_than_a_reader_can_hold():
    sources = below("volunteering", "home", "site", "templates", "tests", endings=(".py", ".html", ".css", ".js"))

    long = {str(file): lines for file in sources if (lines := text(file).count("\n")) > LONGEST}

    assert not long, f"Split at 250 lines, by what the parts are about: {long}"


def test_a_module_cannot_have_a_name_that_says_nothing():
    vague = [str(file) for file in below("volunteering", "home", endings=(".py",)) if VAGUE & {*file.parts, file.stem}]

    assert not vague


def wrong_places(content):
    return [*MACHINE.findall(content), *REGISTRIES.findall(content)]


def test_no_file_says_on_which_machine_it_was_written():
    told = {str(file): found for file in files() if is_text(file) and (found := wrong_places(text(file)))}

    assert not told


@pytest.mark.parametrize(
    "planted", ["see /ro" + "ot/notes.txt", 'open("/wo' + 'rk/x")', "--index-" + "url=https://x", "/home/" + "marie/x"]
)
def test_a_planted_machine_path_is_found(planted):
    assert wrong_places(planted)


@pytest.mark.parametrize(
    "innocent", ["{{ root }}/work", "templates/home/page.html", "../work/x", "/associations/home/", "/usr/lib/x"]
)
def test_an_ordinary_path_is_not_taken_for_one(innocent):
    assert not wrong_places(innocent)
