"""Files as anybody may make them."""

import pytest

from volunteering.imports import reading
from volunteering.imports.reading import Unreadable, check_number, check_size, find_encoding


def written(folder, content: bytes):
    path = folder / "file"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("é".encode(), "utf-8-sig"),
        (b"plain", "utf-8-sig"),
        ("\ufeffé".encode(), "utf-8-sig"),
        ("été".encode("cp1252"), "cp1252"),
        ("fini é".encode("cp1252"), "cp1252"),
        ("l’été".encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_found(tmp_path, content, encoding):
    assert find_encoding(written(tmp_path, content)) == encoding


@pytest.mark.parametrize("chunk", [1, 2, 3, 1024])
def test_a_letter_cut_by_the_end_of_a_chunk_is_still_one_letter(tmp_path, monkeypatch, chunk):
    monkeypatch.setattr(reading, "CHUNK", chunk)

    assert find_encoding(written(tmp_path, "aé€😀\né".encode())) == "utf-8-sig"


@pytest.mark.parametrize("chunk", [2, 1024])
def test_two_encodings_in_one_file_are_told_with_the_line(tmp_path, monkeypatch, chunk):
    monkeypatch.setattr(reading, "CHUNK", chunk)

    with pytest.raises(Unreadable) as told:
        find_encoding(written(tmp_path, "é\n\né\n".encode() + b"\xe9t\xe9\n"))
    assert told.value.line == 4


@pytest.mark.parametrize(("content", "line"), [(b"\xe9\n\x81\n", 2), ("é".encode() + b"\n\xc3", 2)])
def test_what_is_no_letter_in_any_encoding_is_told_with_the_line(tmp_path, content, line):
    with pytest.raises(Unreadable) as told:
        find_encoding(written(tmp_path, content))
    assert told.value.line == line


@pytest.mark.parametrize("content", ["é".encode("utf-16"), b"\x89PNG\r\n\x1a\n\x00", b"PK\x03\x04\x00"])
def test_what_is_no_text_is_refused(tmp_path, content):
    with pytest.raises(Unreadable):
        find_encoding(written(tmp_path, content))


@pytest.mark.parametrize(("size", "fits"), [(0, False), (1, True), (100, True), (101, False)])
def test_a_file_is_neither_empty_nor_over_the_limit(size, fits):
    if fits:
        check_size(size, 100)
    else:
        with pytest.raises(Unreadable):
            check_size(size, 100)


def test_a_file_has_at_most_a_few_thousand_events():
    check_number(5_000)
    with pytest.raises(Unreadable):
        check_number(5_001)
