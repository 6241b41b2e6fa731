"""The page of a story, and what the pages of its articles tell of it."""

import json
import re
from datetime import time

import pytest
from django.urls import reverse
from django.utils.translation import override

from articles.merging import merge
from articles.models import Article, Coverage, Source, Story, Translation
from articles.publishing import withdraw
from articles.story_changes import begin, rename, set_lead

pytestmark = pytest.mark.django_db


@pytest.fixture
def outlet(db):
    """An outlet by its name: `outlet("Testbek Example")`; invented, all of them."""

    def make(name, **fields):
        return Source.objects.get_or_create(name=name, defaults={"public_use": "full", **fields})[0]

    return make


@pytest.fixture
def tell(published, outlet, editor):
    """A story of published texts, each `(outlet, language, headline, day)`."""

    def make(*printed, clock=None, zone="") -> tuple[Story, list]:
        texts = [
            published(
                source=outlet(name) if name else None,
                language=language,
                headline=headline,
                published=day,
                published_time=clock,
                zone=zone,
            )
            for name, language, headline, day in printed
        ]
        story = Story.objects.create()
        for text in texts:
            Coverage.objects.create(story=story, article=text.article)
        return story, texts

    return make


@pytest.fixture
def told(tell):
    return tell(
        ("Testbek Example", "en", "First words (invented)", "2025-09-12"),
        ("Testbek Example", "ru", "Вторые слова (выдумано)", "2025-09-13"),
        ("Ornek Example", "tr", "Üçüncü sözler (uydurma)", "2025-09-14"),
    )


def page(client, url, status=200) -> str:
    response = client.get(url, follow=status == 200)
    assert response.status_code == status, response.get("Location")
    return response.content.decode()


def of_story(story, language="en", slug="") -> str:
    with override(language):
        if slug:
            return reverse("articles:story", args=[story.pk, slug])
        return reverse("articles:story", args=[story.pk, "x"]).replace("-x/", "/")


def of_text(text, language="en") -> str:
    with override(language):
        return text.get_absolute_url()


def structured(html: str) -> dict:
    return json.loads(re.search(r'ld\+json">(.*?)</script>', html)[1])


# The story


def test_a_story_lists_its_reports_by_outlet_and_language(client, told):
    html = page(client, of_story(told[0]))
    outlets = re.findall(r'<h2 id="outlet-\d+">(.*?)</h2>', html)
    assert outlets == ["Testbek Example", "Ornek Example"]
    parts = html.split('<section class="outlet')[1:]
    assert re.findall(r'<h3 lang="(\w+)">', parts[0]) == ["en", "ru"]
    assert "3 reports" in html
    assert "2 outlets" in html


def test_clocks_stand_as_printed(client, tell):
    story, _texts = tell(
        ("Testbek Example", "en", "One (invented)", "2025-09-12"),
        ("Ornek Example", "tr", "Bir (uydurma)", "2025-09-12"),
        clock=time(16, 40),
    )
    html = page(client, of_story(story))
    assert "12 September 2025</time>, 16:40 as printed, zone not stated" in html
    assert "first report that the desk has" not in html
    assert html.count("may be the first report") == 3  # in the heading, and each in its row


def test_the_earliest_report_is_marked(client, told):
    parts = page(client, of_story(told[0])).split('<section class="outlet')
    assert "first report that the desk has" in parts[1].split("</li>")[0]
    assert "first report" not in parts[2]


def test_the_desks_lead_stands_first(client, told, editor):
    story, texts = told
    set_lead(story, texts[2], user=editor)
    html = page(client, of_story(story))
    assert re.search(r"<h1.*?>Üçüncü sözler", html.split('<section class="outlet')[0])
    assert "the desk’s lead" in html


def test_without_a_lead_the_earliest_report_heads_the_story(client, told):
    html = page(client, of_story(told[0]))
    assert re.search(r'<h1 [^>]*lang="en"><a [^>]*>First words', html)
    assert "the desk’s lead" not in html


def test_the_desks_title_heads_the_story(client, told, editor):
    rename(told[0], "Own title (invented)", user=editor)
    html = page(client, of_story(told[0]))
    assert re.search(r"<h1[^>]*>Own title", html)
    assert f"/en/stories/{told[0].pk}-own-title-invented/" in html


def test_an_unknown_outlet_stands_last_and_is_named_as_unknown(client, tell):
    story, _texts = tell(
        ("", "en", "One (invented)", "2025-09-12"),
        ("Testbek Example", "en", "Two (invented)", "2025-09-13"),
    )
    html = page(client, of_story(story))
    assert html.index("Testbek Example</h2>") < html.index('class="unknown">Source not stated</h2>')
    assert "1 outlet<" in html


def test_a_date_that_is_not_stated_is_said_so(client, tell):
    story, _texts = tell(
        ("Testbek Example", "en", "One (invented)", None),
        ("Ornek Example", "en", "Two (invented)", None),
    )
    html = page(client, of_story(story))
    assert "date not stated" in html
    assert "first report" not in html


def test_the_id_decides_and_a_wrong_slug_leads_to_the_right_one(client, told):
    answer = client.get(of_story(told[0], slug="wrong"), {"a": "1"})
    assert answer.status_code == 302
    assert answer["Location"] == f"/en/stories/{told[0].pk}-first-words-invented/?a=1"


def test_a_merged_story_leads_to_the_one_that_stands(client, told, tell, editor):
    older, texts = told
    younger, others = tell(
        ("A Example", "en", "Other (invented)", "2025-09-12"),
        ("B Example", "en", "Another (invented)", "2025-09-12"),
    )
    begin(texts[0].article, others[0].article, user=editor)
    answer = client.get(of_story(younger))
    assert (answer.status_code, answer["Location"]) == (
        302,
        f"/en/stories/{older.pk}-first-words-invented/",
    )
    assert "5 reports" in page(client, of_story(younger))


def test_a_story_of_one_article_is_not_shown(client, told, editor):
    story, texts = told
    for text in texts[1:]:
        withdraw(text, user=editor, reason="invented")
    page(client, of_story(story), 404)
    assert f"/stories/{story.pk}" not in page(client, of_text(texts[0]))


def test_two_texts_of_one_article_are_no_story(client, told, editor):
    story, texts = told
    for text in texts[1:]:
        merge(texts[0].article, Article.objects.get(pk=text.article_id), user=editor)
    page(client, of_story(story), 404)


def test_no_such_story(client, db):
    page(client, "/en/stories/7/", 404)


def test_what_an_outlet_forbids_is_not_in_its_story(client, told):
    story, texts = told
    Source.objects.filter(pk=texts[2].source_id).update(public_use="none")
    Translation.objects.update(public_use="")
    html = page(client, of_story(story))
    assert "Üçüncü" not in html
    assert "Ornek Example" not in html


def test_a_story_has_one_address_in_each_language(client, told):
    html = page(client, of_story(told[0], "kk"))
    assert f'<link rel="canonical" href="http://testserver/kk/stories/{told[0].pk}-' in html
    assert f'hreflang="ru" href="http://testserver/ru/stories/{told[0].pk}-' in html


def test_machines_read_a_list_of_reports(client, told):
    said = structured(page(client, of_story(told[0])))
    items = said["mainEntity"]["itemListElement"]
    assert (said["@type"], said["mainEntity"]["numberOfItems"]) == ("CollectionPage", 3)
    assert items[0]["item"]["headline"] == "First words (invented)"
    assert items[2]["item"]["publisher"] == {"@type": "Organization", "name": "Ornek Example"}


def test_the_sitemap_has_the_stories_that_readers_see(client, told, make_text):
    hidden = Story.objects.create()
    Coverage.objects.create(story=hidden, article=make_text().article)
    html = page(client, "/sitemap-stories.xml")
    assert f"/ru/stories/{told[0].pk}-" in html
    assert f"/stories/{hidden.pk}" not in html


def test_a_headline_is_text_and_no_markup(client, told, editor):
    rename(told[0], "<b>x</b>", user=editor)
    assert "<b>x" not in page(client, of_story(told[0]))


# Its articles


def test_an_article_tells_who_else_reports_the_event(client, told):
    html = page(client, of_text(told[1][0]))
    block = html.split('id="coverage"')[1].split("</section>")[0]
    assert "More coverage of this event" in block
    assert "Вторые слова" in block
    assert "Ornek Example" in block
    assert "First words" not in block
    assert f'href="/en/stories/{told[0].pk}-first-words-invented/"' in block
    assert "All 3 reports of this event" in block


def test_an_article_without_a_story_has_no_such_block(client, published):
    assert 'id="coverage"' not in page(client, of_text(published()))


def test_the_switch_offers_other_outlets_reports_and_calls_them_so(client, told):
    html = page(client, of_text(told[1][0]))
    switch = html.split('<nav class="switch"')[1].split("</nav>")[0]
    assert "Not translations of this text, but other reports" in switch
    assert re.search(r'lang="tr">Türkçe</span></a> <span class="small">Ornek Example', switch)
    assert 'hreflang="tr"' not in switch
    assert 'rel="alternate" hreflang="tr" href="http://testserver/tr/articles' not in html


def test_a_reader_without_a_text_in_their_language_is_led_to_another_outlets(client, told):
    html = page(client, of_text(told[1][0], "tr"))
    notice = html.split('<nav class="switch"')[1].split("</nav>")[0]
    assert "Ornek Example" in notice
    assert "Üçüncü sözler (uydurma)" in notice


def test_no_report_is_offered_in_a_language_that_the_article_has(client, told, published):
    first = told[1][0]
    published(article=first.article, language="tr", headline="Çeviri (uydurma)")
    switch = page(client, of_text(first)).split('<nav class="switch"')[1].split("</nav>")[0]
    assert "Ornek Example" not in switch


def test_a_digest_lists_its_stories(client, told, tell, published):
    other, _texts = tell(
        ("A Example", "en", "Other (invented)", "2025-09-12"),
        ("B Example", "en", "Another (invented)", "2025-09-13"),
    )
    digest = published(headline="Week in brief (invented)")
    for story in (told[0], other):
        Coverage.objects.create(story=story, article=digest.article, is_digest=True)
    html = page(client, of_text(digest))
    assert "Stories that this digest tells" in html
    for heading in ("First words (invented)", "Other (invented)"):
        assert f"{heading}</a></h3>" in html
    assert "digest: tells other events as well" in page(client, of_story(told[0]))


@pytest.mark.parametrize("of", ["story", "article"])
def test_a_page_costs_the_same_for_a_small_and_a_large_story(tell, count_queries, of):
    def queries(reports):
        names = [(f"Outlet {n} Example", "en", f"Words {n} (invented)") for n in range(reports)]
        story, texts = tell(*((*name, "2025-09-12") for name in names))
        return count_queries(
            of_story(story, slug="words-0-invented") if of == "story" else of_text(texts[0])
        )

    assert queries(3) == queries(13)
