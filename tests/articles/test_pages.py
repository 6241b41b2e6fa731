"""The pages of texts: home, article, topics; what readers see, and what they never see."""

import json
import re
from datetime import time

import pytest
from django.utils.translation import override

from articles.judging import decide
from articles.merging import merge, undo_merge
from articles.models import Article, ArticleJudgement, Source, Topic
from articles.publishing import withdraw
from people.models import Membership, Name, Post

BODY = (
    "Sadyr Japarov spoke in Bishkek.\n\nSadyr Japarov thanked the guests.\n\nThe secret of the day."
)


def page(client, url, status=200) -> str:
    response = client.get(url)
    assert response.status_code == status, response.get("Location")
    return response.content.decode()


def address(text, language="en") -> str:
    with override(language):
        return text.get_absolute_url()


def body_of(html: str) -> str:
    return re.search(r'<div class="body".*?</div>', html, re.DOTALL)[0]


def structured(html: str) -> dict:
    return json.loads(re.search(r'ld\+json">(.*?)</script>', html)[1])


# Home


def test_the_home_page_puts_the_readers_own_language_first(client, published):
    published(headline="Old English (invented)", published="2020-01-01")
    published(headline="Новый русский (выдумано)", language="ru", published="2025-01-01")
    html = page(client, "/en/")
    assert html.index("Old English (invented)") < html.index("In other languages")
    assert html.index("In other languages") < html.index("Новый русский (выдумано)")


def test_an_article_in_two_languages_stands_once_on_the_home_page(client, published):
    english = published(headline="One (invented)")
    published(headline="Один (выдумано)", language="ru", article=english.article)
    html = page(client, "/en/")
    assert "One (invented)" in html
    assert "Один (выдумано)" not in html
    assert f'href="{address(english, "ru")}' not in html
    assert 'hreflang="ru">Русский</a>' in html


def test_an_empty_desk_says_what_to_do(client, db):
    html = page(client, "/en/")
    assert "No texts yet" in html
    assert "import_seeds" in html


def test_a_draft_is_nowhere(client, make_text):
    text = make_text(headline="A draft (invented)")
    assert "A draft" not in page(client, "/en/")
    page(client, address(text), 404)


def test_the_second_page_of_the_river_follows_the_first(client, published):
    for number in range(21):
        published(headline=f"Invented no. {number}.", published=f"2025-01-{number + 1:02}")
    first, second = page(client, "/en/"), page(client, "/en/?page=2")
    assert "Invented no. 20." in first
    assert "Invented no. 0." not in first
    assert "Invented no. 0." in second


@pytest.mark.parametrize("number", ["0", "-1", "x", "3", "99999", "²"])
def test_a_page_that_is_not_there_is_not_found(client, published, number):
    published()
    page(client, f"/en/?page={number}", 404)


def test_persons_named_most_are_listed_with_their_office_then(client, published, japarov, bishkek):
    post = Post.objects.create(
        organization=bishkek,
        labels=[{"language": "en", "text": "Mayor of Example (invented)", "kind": "full"}],
    )
    Membership.objects.create(member=japarov, post=post, began="2020-01-01", ended="2026-01-01")
    published(names=[japarov], published="2025-09-12")
    html = page(client, "/en/")
    assert "Mayor of Example (invented) on 12 September 2025" in html


# Article


def test_a_name_is_linked_at_its_first_mention_only(client, published, japarov):
    text = published(body=BODY, names=[japarov])
    link = f'<a href="{address(japarov)}">Sadyr Japarov</a>'
    assert body_of(page(client, address(text))).count(link) == 1
    assert f"<p>{link} spoke in Bishkek.</p>" in body_of(page(client, address(text)))


def test_the_roll_tells_an_office_that_was_certainly_held(client, published, japarov, bishkek):
    post = Post.objects.create(
        organization=bishkek,
        labels=[{"language": "en", "text": "Mayor of Example (invented)", "kind": "full"}],
    )
    Membership.objects.create(member=japarov, post=post, began="2020-01-01", ended="2025-01-01")
    during = published(names=[japarov], published="2024-06-01")
    after = published(names=[japarov], published="2025-06-01")
    assert "Mayor of Example" in page(client, address(during))
    assert "Mayor of Example" not in page(client, address(after))


def test_the_office_is_told_of_the_day_of_the_event(client, published, japarov, bishkek):
    post = Post.objects.create(
        organization=bishkek,
        labels=[{"language": "en", "text": "Mayor of Example (invented)", "kind": "full"}],
    )
    Membership.objects.create(member=japarov, post=post, began="2022-01-01", ended="2023-01-01")
    article = Article.objects.create(event_date="2022-01-31")
    text = published(names=[japarov], published="2025-06-01", article=article)
    html = page(client, address(text))
    assert "offices on 31 January 2022" in html
    assert "Mayor of Example" in html


@pytest.mark.parametrize(
    ("began", "ended", "told"),
    [
        ("2022-01-01", "2023-01-01", True),
        ("2022", "2023", False),
        ("2021", None, False),
        (None, "2023", False),
    ],
)
def test_an_office_that_was_possibly_held_is_not_told(
    client, published, japarov, bishkek, began, ended, told
):
    label = {"language": "en", "text": "Mayor of Example (invented)", "kind": "full"}
    post = Post.objects.create(organization=bishkek, labels=[label])
    Membership.objects.create(member=japarov, post=post, began=began, ended=ended, is_acting=True)
    text = published(names=[japarov], published="2022-06-01")
    assert ("Mayor of Example (invented) (acting)" in page(client, address(text))) == told


def test_what_is_not_known_reads_not_stated(client, published):
    html = page(client, address(published()))
    assert '<dd class="unknown">not stated in the text</dd>' in html
    assert '<dd class="unknown">date not stated</dd>' in html


def test_a_clock_without_an_outlet_has_no_zone(client, published):
    text = published(published="2025-09-12", published_time=time(16, 40))
    assert "The outlet is unknown, so the clock has no zone." in page(client, address(text))


def test_the_desk_signs_what_it_wrote_itself(client, published, editor):
    html = page(client, address(published(created_by=editor)))
    assert '<dd class="unknown">not stated' not in html
    assert structured(html)["publisher"]["name"] == "OTS Desk"


def test_a_proposed_headline_says_so(client, published):
    text = published(headline_is_proposed=True)
    assert "Headline proposed from the first sentence" in page(client, address(text))


def test_the_photographs_words_stand_in_the_origin(client, published):
    text = published(credit="Example Press (invented)", caption="An example")
    assert "«An example». Example Press (invented). Not reproduced here." in page(
        client, address(text)
    )


def test_markup_in_a_text_stays_text(client, published):
    text = published(headline="<script>alert(1)</script>", body="</script><b>bold</b>")
    html = page(client, address(text))
    assert "<script>alert" not in html
    assert "<b>bold" not in html
    assert structured(html)["articleBody"] == "</script><b>bold</b>"


# Languages


def test_the_readers_language_is_shown_where_there_is_a_text_in_it(client, published):
    english = published(headline="Example headline (invented)")
    russian = published(headline="Пример (выдумано)", language="ru", article=english.article)
    assert "Пример (выдумано)</h1>" in page(client, address(russian, "ru"))
    assert "Example headline (invented)</h1>" in page(client, address(english, "en"))


def test_a_text_asked_for_in_another_language_doesnt_hide_the_readers_own(client, published):
    english = published()
    published(headline="Пример (выдумано)", language="ru", article=english.article)
    html = client.get(f"{address(english, 'en')}?text=ru", follow=True).content.decode()
    assert "Пример (выдумано)</h1>" in html
    assert "There is no text in" not in html


def test_without_a_text_in_the_readers_language_another_one_is_labelled(client, published):
    english = published()
    html = page(client, address(english, "kk"))
    assert "There is no text in Қазақша yet; this one is in English." in html
    assert f'<link rel="canonical" href="http://testserver{address(english)}">' in html
    assert '<h1 class="headline" lang="en">' in html


def test_alternates_name_the_languages_that_have_a_text(client, published):
    english = published()
    published(headline="Пример (выдумано)", language="ru", article=english.article)
    html = page(client, address(english))
    head = html[: html.index("</head>")]
    assert re.findall(r'hreflang="(\w+)"', head) == ["en", "ru"]


def test_a_text_in_a_language_without_interface_has_an_address(client, published):
    english = published()
    hungarian = published(headline="Példa (kitalált)", language="hu", article=english.article)
    html = page(client, address(english))
    link = re.search(r'href="([^"]+\?text=hu)"', html)[1]
    assert "Példa (kitalált)</h1>" in page(client, link)
    assert hungarian.article == english.article


def test_the_masthead_leads_to_the_same_article_in_each_language(client, published):
    english = published()
    russian = published(headline="Пример (выдумано)", language="ru", article=english.article)
    html = page(client, address(english))
    assert f'<a href="{address(russian, "ru")}" lang="ru"' in html


# Addresses


def test_a_wrong_slug_leads_to_the_right_one(client, published):
    text = published()
    response = client.get(f"/en/articles/{text.article_id}-wrong/")
    assert (response.status_code, response["Location"]) == (302, address(text))


def test_an_address_without_slug_leads_to_the_right_one(client, published):
    text = published()
    response = client.get(f"/en/articles/{text.article_id}/")
    assert (response.status_code, response["Location"]) == (302, address(text))


def test_a_headline_without_letters_has_an_address_too(client, published):
    page(client, address(published(headline="…")))
    page(client, "/en/")


def test_a_merged_article_leads_to_the_survivor_until_that_is_undone(client, published, editor):
    survivor, duplicate = published(), published(headline="Пример (выдумано)", language="ru")
    done = merge(survivor.article, duplicate.article, user=editor)
    old = f"/en/articles/{duplicate.article_id}-primer-vydumano/"
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (302, address(survivor))
    undo_merge(done, user=editor)
    page(client, old)


def test_accepting_a_pair_puts_both_languages_on_one_page(client, published, editor):
    one, other = published(), published(headline="Пример (выдумано)", language="ru")
    pair = ArticleJudgement.objects.create(first=one.article, second=other.article)
    decide(pair, "translation", user=editor)
    assert 'hreflang="ru">Русский</a></li>' in page(client, address(one))


@pytest.mark.parametrize("path", ["/en/articles/1-x/", "/en/articles/99999999999999999999/"])
def test_an_article_that_is_not_there_is_not_found(client, db, path):
    page(client, path, 404)


def test_a_withdrawn_article_is_not_found(client, published, editor):
    text = published()
    withdraw(text, user=editor, reason="Invented")
    page(client, address(text), 404)


# Public use


@pytest.mark.parametrize("use", ["excerpt", "link", ""])
def test_words_that_may_not_be_shown_are_on_no_page(client, published, japarov, use):
    outlet = Source.objects.create(name="Example Outlet (invented)", public_use="excerpt")
    text = published(
        body=BODY,
        public_use=use,
        source=outlet,
        names=[japarov],
        published="2025-09-12",
        source_url="https://outlet.example/1",
        caption="Secret caption",
        byline="Secret byline",
    )
    paths = [address(text), "/en/", address(japarov), "/en/archive/2025/09/12/"]
    paths += ["/en/archive/2025/09/", "/en/search/?q=Japarov", "/en/search/?q=headline"]
    for path in paths:
        assert "ecret" not in page(client, path)
    assert "Read the whole text at Example Outlet (invented)" in page(client, address(text))


def test_what_an_outlet_forbids_is_not_published(client, published):
    outlet = Source.objects.create(name="Example Outlet (invented)", public_use="none")
    text = published(public_use="", source=outlet)
    page(client, address(text), 404)


# Machines


def test_structured_data_says_what_is_known(client, published, japarov):
    outlet = Source.objects.create(name="Example Outlet (invented)")
    text = published(names=[japarov], published="2025-09-12", source=outlet)
    facts = structured(page(client, address(text)))
    assert facts["@type"] == "NewsArticle"
    assert facts["inLanguage"] == "en"
    assert facts["datePublished"] == "2025-09-12"
    assert facts["publisher"]["name"] == "Example Outlet (invented)"
    assert facts["mentions"][0]["name"] == "Sadyr Japarov"


def test_structured_data_invents_no_date_and_no_publisher(client, published):
    facts = structured(page(client, address(published())))
    assert not {"datePublished", "publisher"} & set(facts)


# Near this, topics


def test_articles_that_name_the_same_person_are_near(client, published, japarov):
    text = published(names=[japarov])
    published(headline="Nearby (invented)", names=[japarov])
    published(headline="Elsewhere (invented)")
    html = page(client, address(text))
    assert "Nearby (invented)" in html
    assert "also names Sadyr Japarov" in html
    assert "Elsewhere (invented)" not in html


def test_a_topic_lists_its_public_articles(client, published, make_text):
    topic = Topic.objects.create(name="Example topic (invented)")
    published(headline="Filed (invented)").article.topics.add(topic)
    make_text(headline="A draft (invented)").article.topics.add(topic)
    assert "Example topic (invented)" in page(client, "/en/topics/")
    html = page(client, address(topic))
    assert "Filed (invented)" in html
    assert "A draft" not in html


def test_a_topic_of_drafts_only_is_not_listed(client, make_text):
    topic = Topic.objects.create(name="Example topic (invented)")
    make_text().article.topics.add(topic)
    assert "Example topic" not in page(client, "/en/topics/")


# Costs


@pytest.mark.parametrize("path", ["/en/", "/ru/", "/en/search/?q=Japarov", "/en/archive/2025/01/"])
def test_a_list_costs_the_same_for_three_texts_as_for_thirteen(
    client, published, japarov, path, count_queries
):
    fill(published, japarov, 3)
    few = count_queries(path)
    fill(published, japarov, 10)
    assert count_queries(path) == few


def test_an_article_costs_the_same_with_three_near_it_as_with_thirteen(
    client, published, japarov, count_queries
):
    text = published(names=[japarov])
    fill(published, japarov, 3)
    few = count_queries(address(text))
    fill(published, japarov, 10)
    assert count_queries(address(text)) == few


def fill(published, person, count: int) -> None:
    outlet = Source.objects.create(name="Example Outlet (invented)")
    for day in range(count):
        text = published(names=[person], source=outlet, published=f"2025-01-{day + 1:02}")
        published(
            names=[person],
            language="ru",
            body="Садыр Жапаров выступил.",
            article=text.article,
            published=f"2025-01-{day + 1:02}",
        )


def test_every_kind_of_name_is_escaped(client, published, japarov):
    Name.objects.create(entity=japarov, text="<i>Japarov</i>", language="en", kind="short")
    published(names=[japarov])
    assert "<i>Japarov" not in page(client, address(japarov))
