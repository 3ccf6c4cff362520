"""Other people's HTML in our rich text fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from volunteering.core.html import clean_html, paragraphs, text_of

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><a href='javascript:alert(1)'>x</a></svg>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='//evil.example/'>x</a>",
    "<a href='/admin/logout/'>x</a>",
    "<p onclick=alert(1) style='position:fixed'>x</p>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<embed embedtype='media' url='https://evil.example'>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<form action='https://evil.example'><input name=password></form>",
]


@pytest.mark.parametrize("html", HOSTILE)
def test_hostile_html_cannot_leave_a_handler_a_script_or_a_doubtful_link(html):
    cleaned = clean_html(html)

    assert not any(
        word in cleaned.lower() for word in ("script", "onerror", "onload", "onclick", "href", "style", "evil")
    )


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<h1>Programme</h1><h4>Tarifs</h4>10 €", "<h3>Programme</h3><h3>Tarifs</h3><p>10 €</p>"),
        ("<div>un</div><div>deux<br><br>trois<br>quatre</div>", "<p>un</p><p>deux</p><p>trois<br/>quatre</p>"),
        ("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>d", "<ul><li>a<br/>b</li><li>c</li></ul><p>d</p>"),
        ("<strong>fort</strong> et <em>doux</em>", "<p><b>fort</b> et <i>doux</i></p>"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "<p>a b</p><p>c</p>"),
        ("<p>  </p><p><b></b></p>seul", "<p>seul</p>"),
        ("1 < 2 &amp; 3", "<p>1 &lt; 2 &amp; 3</p>"),
    ],
)
def test_foreign_layout_becomes_our_own_blocks(html, cleaned):
    assert clean_html(html) == cleaned


@pytest.mark.parametrize(
    "href", ["https://city.example/?a=1&amp;b=2", "http://city.example/", "mailto:office@city.example"]
)
def test_a_link_to_the_web_or_to_a_mailbox_stays(href):
    assert clean_html(f'<a href="{href}" target=_blank>x</a>') == f'<p><a href="{href}">x</a></p>'


def test_a_mail_link_cannot_bring_a_letter_with_it():
    assert "evil" not in clean_html('<a href="mailto:a@city.example?bcc=evil@x.example&body=hi">x</a>')


PIECES = [
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<ul>",
    "<li>",
    "</li>",
    "</ul>",
    "<h2>",
    "<a href='https://x.example'>",
    "</a>",
]


@given(st.lists(st.one_of(st.sampled_from([*PIECES, *HOSTILE, "<br>", "<div>", "<td>"]), st.text(max_size=5))))
def test_cleaning_twice_changes_nothing(pieces):
    once = clean_html("".join(pieces))

    assert clean_html(once) == once


def test_plain_text_becomes_paragraphs_and_its_signs_stay_signs():
    assert (
        paragraphs("Un <b>bal</b>\r\net un thé\n\n\nDemain")
        == "<p>Un &lt;b&gt;bal&lt;/b&gt;<br/>et un thé</p><p>Demain</p>"
    )


def test_the_text_of_cleaned_html_has_no_markup_and_no_glued_words():
    assert text_of("<h3>Bal</h3><p>du <b>po</b>rt &amp; thé</p>") == "Bal du port & thé"
