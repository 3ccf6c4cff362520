"""French is complete: every text collected, translated for sure, compiled; and the check sees what is not."""

import shutil

import pytest

from tests.rig import messages

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""
POT = PO + 'msgid "Hello %(name)s"\nmsgstr ""\n'


@pytest.mark.slow
def test_a_french_reader_reads_only_french():
    assert not messages.problems()


@pytest.fixture
def catalogue(tmp_path):
    """Writes a catalogue with this translation of "Hello %(name)s", and what it should hold."""

    def write(translation):
        po, pot = tmp_path / "django.po", tmp_path / "django.pot"
        po.write_text(PO + translation)
        pot.write_text(POT)
        return po, pot

    return write


@pytest.mark.parametrize(
    "translation",
    ["", 'msgid "Hello %(name)s"\nmsgstr ""\n', '#, fuzzy\nmsgid "Hello %(name)s"\nmsgstr "Bonjour %(name)s"\n'],
)
def test_a_text_cannot_be_left_out_untranslated_or_fuzzy(catalogue, translation):
    assert messages.untranslated(*catalogue(translation))


def test_a_translated_text_is_accepted(catalogue):
    assert not messages.untranslated(*catalogue('msgid "Hello %(name)s"\nmsgstr "Bonjour %(name)s"\n'))


def test_a_translation_cannot_lose_a_placeholder(catalogue, tmp_path):
    po, _ = catalogue('#, python-format\nmsgid "Hello %(name)s"\nmsgstr "Bonjour"\n')

    assert messages.stale(po, tmp_path)


def test_a_compiled_file_cannot_be_missing_or_older_than_its_source(catalogue, tmp_path):
    po, _ = catalogue('msgid "Hello %(name)s"\nmsgstr "Bonjour %(name)s"\n')

    assert messages.stale(po, tmp_path) == [f"{po.with_suffix('.mo')} is missing"]

    shutil.copy(tmp_path / "fresh.mo", po.with_suffix(".mo"))
    assert not messages.stale(po, tmp_path)

    catalogue('msgid "Hello %(name)s"\nmsgstr "Salut %(name)s"\n')
    assert messages.stale(po, tmp_path) == [f"{po.with_suffix('.mo')} is older than its .po"]
