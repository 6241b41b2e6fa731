"""The pages and lists of persons, bodies, places, events and official documents."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from people.models import Entity, Membership, Name, Post


def page(client, url, status=200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def make(kind, name, **fields) -> Entity:
    entity = Entity.objects.create(kind=kind, name=name, **{"is_public": True, **fields})
    Name.objects.create(entity=entity, text=name, language="en")
    return entity


@pytest.fixture
def ots(db) -> Entity:
    return make("organization", "Organization of Turkic States", began="2009-10-03")


def test_a_person_whom_no_public_text_names_has_no_page(client, japarov, make_text):
    page(client, japarov.get_absolute_url(), 404)
    assert "Sadyr Japarov" not in page(client, "/en/people/")


def test_a_person_whom_a_public_text_names_has_a_page(client, japarov, published):
    published(headline="About him (invented)", names=[japarov])
    html = page(client, japarov.get_absolute_url())
    assert "Sadyr Japarov</h1>" in html
    assert "About him (invented)" in html
    assert "Sadyr Japarov" in page(client, "/en/people/")


def test_names_stand_by_language_and_misprints_do_not(client, japarov, published):
    Name.objects.create(entity=japarov, text="Sadir Gaparow", language="en", kind="error")
    published(names=[japarov])
    html = page(client, japarov.get_absolute_url())
    assert '<span lang="ru">Русский</span> <small>Cyrillic</small>' in html
    assert '<dd><span lang="ru">Садыр Жапаров</span></dd>' in html
    assert "Gaparow" not in html


def test_a_derived_spelling_says_that_nobody_has_seen_it(client, japarov, published):
    Name.objects.create(entity=japarov, text="Садыр Жапар", language="kk", attested=False)
    published(names=[japarov])
    html = page(client, japarov.get_absolute_url())
    assert "Садыр Жапар</span> <small>not yet seen in print</small>" in html


def test_a_page_speaks_the_readers_language(client, japarov, published):
    published(names=[japarov])
    with override("ru"):
        assert "Садыр Жапаров</h1>" in page(client, japarov.get_absolute_url())


def test_offices_are_drawn_and_told(client, japarov, published, ots):
    label = [{"language": "en", "text": "Chair of Example (invented)", "kind": "full"}]
    post = Post.objects.create(organization=ots, labels=label)
    Membership.objects.create(member=japarov, post=post, began="2020-01-01", ended="2022-01-01")
    published(names=[japarov])
    html = page(client, japarov.get_absolute_url())
    told = "Chair of Example (invented) from 1 January 2020 until 1 January 2022."
    assert f'role="img" aria-label="{told}"' in html
    assert '<rect class="on"' in html
    assert f'href="{japarov.get_absolute_url()}"' in page(client, ots.get_absolute_url())


def test_an_office_with_weak_sources_is_not_told(client, japarov, published, ots):
    label = [{"language": "en", "text": "Chair of Example (invented)", "kind": "full"}]
    post = Post.objects.create(organization=ots, labels=label)
    Membership.objects.create(member=japarov, post=post, began="2020", confidence="low")
    published(names=[japarov])
    assert "Chair of Example" not in page(client, japarov.get_absolute_url())


def test_a_holder_whom_readers_may_not_see_is_not_told(client, japarov, ots):
    label = [{"language": "en", "text": "Chair of Example (invented)", "kind": "full"}]
    post = Post.objects.create(organization=ots, labels=label)
    Membership.objects.create(member=japarov, post=post, began="2020-01-01", ended="2022-01-01")
    assert "Sadyr Japarov" not in page(client, ots.get_absolute_url())


def test_a_body_tells_who_had_its_chair(client, ots):
    state = make("place", "Azerbaijan", country="AZ")
    Membership.objects.create(organization=ots, member=state, role="chair", began="2025-10-07")
    html = page(client, ots.get_absolute_url())
    assert "Azerbaijan has had the chair since 7 October 2025." in html
    assert "Founded</dt><dd>3 October 2009" in html


def test_a_day_can_be_asked_for(client, japarov, published, ots):
    label = [{"language": "en", "text": "Chair of Example (invented)", "kind": "full"}]
    post = Post.objects.create(organization=ots, labels=label)
    Membership.objects.create(member=japarov, post=post, began="2020-01-01", ended="2022-01-01")
    published(names=[japarov])
    html = page(client, f"{ots.get_absolute_url()}?on=2021-05-05")
    assert "On 5 May 2021:" in html
    assert 'class="certain">certain</span>, from 1 January 2020 until 1 January 2022' in html
    assert "No office or role is known" in page(
        client, f"{japarov.get_absolute_url()}?on=1999-01-01"
    )


@pytest.mark.parametrize("on", ["soon", "2021", "2021-02-30", "<b>"])
def test_what_is_no_day_is_said_and_today_is_shown(client, ots, on):
    Post.objects.create(
        organization=ots, labels=[{"language": "en", "text": "Head (invented)", "kind": "full"}]
    )
    html = page(client, f"{ots.get_absolute_url()}?on={on}")
    assert "is not a day: write 2022-11-11." in html
    assert "<b>" not in html


def test_a_body_without_offices_asks_for_no_day(client, ots):
    assert 'name="on"' not in page(client, ots.get_absolute_url())


def test_a_body_stands_in_its_tree(client, ots):
    organ = make("organization", "Example Council (invented)", parent=ots)
    html = page(client, organ.get_absolute_url())
    assert '<strong aria-current="page">Example Council (invented)</strong>' in html
    assert f'<a href="{ots.get_absolute_url()}">Organization of Turkic States</a><ul>' in html


def test_a_term_says_who_says_so(client, ots):
    state = make("place", "Azerbaijan", country="AZ")
    source = "https://www.news.example/chair"
    Membership.objects.create(
        organization=ots, member=state, role="chair", began="2025-10-07", sources=[source]
    )
    html = page(client, ots.get_absolute_url())
    assert f'<a href="{source}" rel="external nofollow">news.example</a>' in html


def test_an_event_tells_when_where_and_who_met(client, ots):
    city = make("place", "Samarkand", country="UZ")
    event = make(
        "event", "Example summit (invented)", began="2022-11-11", location=city, parent=ots
    )
    html = page(client, event.get_absolute_url())
    assert "When</dt><dd>11 November 2022" in html
    assert f'Place</dt><dd><a href="{city.get_absolute_url()}">Samarkand</a>' in html
    assert "Example summit (invented)" in page(client, city.get_absolute_url())
    assert "Example summit (invented)" in page(client, ots.get_absolute_url())


def test_an_event_tells_who_took_part(client, ots):
    event = make("event", "Example summit (invented)", began="2022-11-11", parent=ots)
    state = make("place", "Exampleland (invented)")
    Membership.objects.create(
        organization=event, member=state, role="participant", began="2022-11-11"
    )
    html = page(client, event.get_absolute_url())
    assert "Who took part</h2>" in html
    assert f'<a href="{state.get_absolute_url()}">Exampleland (invented)</a>' in html


def test_a_document_tells_when_and_where_it_was_adopted(client, db):
    event = make("event", "Example summit (invented)", began="2022-11-11")
    document = make("document", "Example declaration (invented)", began="2022-11-11", parent=event)
    html = page(client, document.get_absolute_url())
    assert "Adopted</dt><dd>11 November 2022" in html
    assert "Adopted at</dt>" in html
    assert "Example declaration (invented)" in page(client, event.get_absolute_url())


def test_a_part_that_readers_may_not_see_is_not_listed(client, ots):
    make("event", "Hidden meeting (invented)", parent=ots, is_public=False)
    assert "Hidden meeting" not in page(client, ots.get_absolute_url())


def test_persons_named_in_the_same_articles_stand_beside(client, japarov, published):
    other = make("person", "Example Person (invented)", is_public=False)
    Name.objects.create(entity=other, text="guests", language="en", kind="short")
    published(names=[japarov, other])
    html = page(client, japarov.get_absolute_url())
    assert "Named together with" in html
    assert "Example Person (invented)</a><p>1 article</p>" in html


def test_an_article_about_someone_it_does_not_spell_counts(client, japarov, published):
    published(headline="Unspelled (invented)").article.about.add(japarov)
    assert "Unspelled (invented)" in page(client, japarov.get_absolute_url())


def test_an_article_in_two_languages_stands_once(client, japarov, published):
    english = published(headline="One (invented)")
    published(
        headline="Один (выдумано)",
        language="ru",
        body="Садыр Жапаров выступил.",
        names=[japarov],
        article=english.article,
    )
    html = page(client, japarov.get_absolute_url())
    assert "One (invented)" in html
    assert "Один (выдумано)" not in html


def test_articles_over_time_are_drawn_and_told(client, japarov, published):
    for day in ("2025-09-12", "2025-09-18", "2025-12-18"):
        published(names=[japarov], published=day)
    html = page(client, japarov.get_absolute_url())
    told = "3 articles, September 2025 – December 2025; most: September 2025 (2)."
    assert f'role="img" aria-label="{told}"' in html
    assert '<a href="?when=2025-09#articles">September 2025</a></td><td>2</td>' in html


def test_the_list_can_be_narrowed_to_a_stretch_of_time(client, japarov, published):
    published(headline="In September (invented)", names=[japarov], published="2025-09-12")
    published(headline="In December (invented)", names=[japarov], published="2025-12-18")
    published(headline="Some day of 2025 (invented)", names=[japarov], published="2025")
    html = page(client, f"{japarov.get_absolute_url()}?when=2025-09")
    assert "In September (invented)" in html
    assert "In December (invented)" not in html
    assert "Some day of 2025 (invented)" not in html
    assert '<a href="?when=2025-12#articles">December 2025</a>' in html


@pytest.mark.parametrize("when", ["", "soon", "2025-13", "2025-09/2025-01", "9" * 300, "%00"])
def test_a_stretch_of_time_that_is_none_narrows_nothing(client, japarov, published, when):
    published(headline="In September (invented)", names=[japarov], published="2025-09-12")
    assert "In September" in page(client, f"{japarov.get_absolute_url()}?when={when}")


def test_a_body_stands_beside_whom_it_is_named_with(client, japarov, published, ots):
    Name.objects.create(entity=ots, text="guests", language="en", kind="short")
    published(names=[japarov, ots])
    html = page(client, japarov.get_absolute_url())
    assert "Organization of Turkic States</a><p>1 article</p>" in html


def test_a_redirect_keeps_what_was_asked(client, ots):
    response = client.get(f"/en/people/{ots.pk}/?when=2025")
    assert response["Location"] == f"{ots.get_absolute_url()}?when=2025"


def test_a_wrong_slug_and_a_wrong_kind_lead_to_the_right_address(client, ots):
    right = ots.get_absolute_url()
    for wrong in (f"organizations/{ots.pk}-x", f"organizations/{ots.pk}", f"people/{ots.pk}-x"):
        response = client.get(f"/en/{wrong}/")
        assert (response.status_code, response["Location"]) == (302, right)


def test_a_merged_record_leads_to_its_survivor(client, ots):
    old = make("organization", "Turkic Council", merged_into=ots)
    response = client.get(old.get_absolute_url())
    assert (response.status_code, response["Location"]) == (302, ots.get_absolute_url())
    assert "Turkic Council" not in page(client, "/en/organizations/")


@pytest.mark.parametrize("part", ["people", "organizations", "places", "events", "documents"])
def test_an_empty_list_says_why(client, db, part):
    assert "names appear once a published text has them" in page(client, f"/en/{part}/")


def test_a_list_is_narrowed_by_any_spelling(client, published, japarov, ots):
    published(names=[japarov])
    assert "Sadyr Japarov" in page(client, "/en/people/?q=жапар")
    assert "No name here is like «xyzzy»." in page(client, "/en/people/?q=xyzzy")


def listed(client, query="", language="en", part="people") -> list[str]:
    response = client.get(f"/{language}/{part}/{query}")
    assert response.status_code == 200
    return [row.name for row in response.context["rows"]]


def test_a_list_is_in_the_order_of_the_names_that_it_shows(client, db):
    for english, russian in [("Yusuf A", "Арман"), ("Chingiz B", "Чингиз"), ("Azat C", "Юсуф")]:
        Name.objects.create(entity=make("person", english), text=russian, language="ru")
    make("person", "Çağrı D")
    assert listed(client) == ["Azat C", "Çağrı D", "Chingiz B", "Yusuf A"]
    assert listed(client, language="ru") == ["Çağrı D", "Арман", "Чингиз", "Юсуф"]


def test_a_list_has_a_part_for_each_initial(client, db):
    for name in ("Azat A", "Chingiz B", "Çağrı D", "24.example", "İlham E"):
        make("person", name)
    html = page(client, "/en/people/")
    assert [part.label for part in client.get("/en/people/").context["parts"]] == [
        "0–9",
        "A",
        "C",
        "I",
    ]
    assert '<a href="?part=c">C</a>' in html
    assert listed(client, "?part=c") == ["Çağrı D", "Chingiz B"]
    assert listed(client, "?part=0") == ["24.example"]
    assert listed(client, "?part=q") == []


def test_events_have_a_part_for_each_year(client, db):
    for name, day in [("One", "2021-11-12"), ("Two", "2022-11"), ("Three", "2022"), ("Four", "")]:
        make("event", name, began=day)
    parts = client.get("/en/events/").context["parts"]
    assert [part.label for part in parts] == ["2022", "2021"]
    assert listed(client, "?part=2021", part="events") == ["One"]
    assert listed(client, "?part=soon", part="events") == []


def test_a_list_is_narrowed_to_a_country(client, db):
    for name, country in [("Azat A", "KG"), ("Beka B", "KZ"), ("Chingiz C", "KG"), ("Dana D", "")]:
        make("person", name, country=country)
    assert listed(client, "?country=KG") == ["Azat A", "Chingiz C"]
    assert listed(client, "?country=KG&part=c&q=chin") == ["Chingiz C"]
    html = page(client, "/en/people/?country=KG")
    assert '<option value="KG" selected>Kyrgyzstan (2)</option>' in html
    assert 'href="?country=KG&amp;part=c"' in html
    assert "Nothing here is like that." in page(client, "/en/people/?country=ZZ")


def test_namesakes_are_told_apart_by_their_last_office(client, ots):
    for number, ended in enumerate(("2022-01-01", None)):
        person = make("person", "Testbek Example", country="KG")
        label = [{"language": "en", "text": f"Head {number} (invented)", "kind": "full"}]
        post = Post.objects.create(organization=ots, labels=label)
        Membership.objects.create(member=person, post=post, began="2020", ended=ended)
        Membership.objects.create(member=person, post=post, began="2024", confidence="low")
    remarks = [row.remark for row in client.get("/en/people/").context["rows"]]
    assert remarks == [
        "Head 0 (invented), 2020 – 2022 · Kyrgyzstan",
        "Head 1 (invented), 2020 – … · Kyrgyzstan",
    ]


@pytest.mark.parametrize("kind", ["person", "organization", "place", "event", "document"])
def test_a_list_costs_the_same_for_three_rows_as_for_thirteen(db, count_queries, kind):
    path = reverse(f"people:{kind}s")
    for number in range(3):
        make(kind, f"Example {number} (invented)")
    few = count_queries(path)
    for number in range(10):
        make(kind, f"Example {number + 3} (invented)")
    assert count_queries(path) == few


def test_a_person_costs_the_same_with_three_articles_as_with_thirteen(
    published, japarov, count_queries
):
    for _ in range(3):
        published(names=[japarov])
    few = count_queries(japarov.get_absolute_url())
    for _ in range(10):
        published(names=[japarov])
    assert count_queries(japarov.get_absolute_url()) == few


def test_a_body_costs_the_same_with_three_members_as_with_thirteen(ots, count_queries):
    add_members(ots, 0, 3)
    few = count_queries(ots.get_absolute_url())
    add_members(ots, 3, 13)
    assert count_queries(ots.get_absolute_url()) == few


def add_members(body, first, last) -> None:
    for number in range(first, last):
        member = make("place", f"Example {number} (invented)")
        make("event", f"Meeting {number} (invented)", parent=body, location=member)
        Membership.objects.create(
            organization=body, member=member, role="member", began="2009-10-03"
        )
        Membership.objects.create(
            organization=body, member=member, role="chair", began=f"{2009 + number}"
        )
