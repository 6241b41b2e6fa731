from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from ots_desk.partial_dates import PartialDate
from ots_desk.versions import StaleVersion
from people.choices import EntityKind, NameKind
from people.mistyped import nearly_named
from people.models import Entity, Membership, Name, NameKey, Person, Post

pytestmark = pytest.mark.django_db


@pytest.fixture
def japarov():
    person = Entity.objects.create(kind=EntityKind.PERSON, name="Sadyr Japarov", country="KG")
    for language, text in [("en", "Sadyr Japarov"), ("en", "Sadyr Zhaparov"),
                           ("ru", "Садыр Жапаров")]:  # fmt: skip
        Name.objects.create(entity=person, text=text, language=language)
    return person


@pytest.mark.parametrize(
    "text", ["жапаров", "ЖАПАРОВ", "ZHAPAROV", "japarov", "Садыр  Жапаров", "жапаров садыр"]
)
def test_a_person_is_found_by_any_spelling_in_any_letter_case(japarov, text):
    assert list(Person.objects.named_like(text)) == [japarov]


def test_a_person_is_not_found_by_somebody_elses_name(japarov):
    assert not Person.objects.named_like("Bektenov").exists()


def test_searching_for_signs_alone_does_not_fail(japarov):
    assert list(Person.objects.named_like("%_'")) == []


@pytest.mark.parametrize("nonsense", ["qqqqqq", "яяяя", "wwww", "ъъ"])
def test_a_letter_typed_again_and_again_names_nobody(japarov, nonsense):
    """It sounds as one letter, which is in every other name."""
    Name.objects.create(entity=japarov, text="Wahid Kyrgyz", language="en")
    assert list(Person.objects.named_like(nonsense)) == []
    assert nearly_named(nonsense) == []


def test_the_name_in_a_language_is_its_full_name_else_the_preferred_one(japarov):
    assert japarov.name_in("ru") == "Садыр Жапаров"
    assert japarov.name_in("hu") == "Sadyr Japarov"


@pytest.mark.parametrize("asked", ["Sadır Caparov", "Жапаров", "S. Dzsaparov", "ЖАПАРОВ Садыр"])
def test_candidates_are_brought_from_all_scripts(japarov, asked):
    assert Name.objects.sounding_like(asked).count() == 3


@pytest.mark.parametrize("asked", ["Bektenov", "S.", ""])
def test_names_without_a_like_word_are_no_candidates(japarov, asked):
    assert not Name.objects.sounding_like(asked).exists()


def test_a_changed_spelling_is_found_by_its_new_sound_only(japarov):
    name = japarov.names.get(language="ru")
    name.text = "Олжас Бектенов"
    name.save()
    assert name in Name.objects.sounding_like("Bektenov")
    assert name not in Name.objects.sounding_like("Japarov")


def test_spellings_stored_before_there_were_keys_get_them(japarov):
    NameKey.objects.all().delete()
    Name.objects.update(key="")
    import_module("people.migrations.0003_fill_candidate_keys").fill(apps, None)
    assert Name.objects.sounding_like("Caparov").count() == 3
    assert set(Name.objects.values_list("key", flat=True)) == {"sadar japarav"}


def test_spellings_of_the_reference_data_have_keys(seeds):
    name = Name.objects.get(text="Садыр Жапаров", language="ru")
    assert name in Name.objects.sounding_like("Sadyr Japarov")


def test_a_name_that_needs_context_is_never_shown_as_the_name(japarov):
    Name.objects.create(
        entity=japarov, text="Ж.", language="ky", kind=NameKind.FULL, needs_context=True
    )
    assert japarov.name_in("ky") == "Sadyr Japarov"


def test_a_proxy_holds_its_own_kind_only(japarov):
    Entity.objects.create(kind=EntityKind.PLACE, name="Bishkek")
    assert list(Person.objects.all()) == [japarov]


def test_a_partial_date_is_stored_in_two_columns_and_read_as_one(japarov):
    japarov.began = "1968-12-06"
    japarov.save()
    assert Entity.objects.get(pk=japarov.pk).began == PartialDate.parse("1968-12-06")
    assert Entity.objects.create(kind="event", name="Example (invented)", began="2022-11").began


def test_the_database_refuses_a_partial_date_with_one_end(japarov):
    with pytest.raises(IntegrityError), transaction.atomic():
        Entity.objects.filter(pk=japarov.pk).update(began_earliest="2022-01-01")


def test_the_database_refuses_an_unknown_kind():
    with pytest.raises(IntegrityError), transaction.atomic():
        Entity.objects.create(kind="planet", name="Example (invented)")


def test_the_database_refuses_a_term_with_an_office_and_a_role(japarov):
    body = Entity.objects.create(kind=EntityKind.ORGANIZATION, name="Example body (invented)")
    post = Post.objects.create(organization=body, labels=[])
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(member=japarov, post=post, organization=body, role="chair")


def test_the_database_refuses_a_term_that_ends_before_it_began(japarov):
    body = Entity.objects.create(kind=EntityKind.ORGANIZATION, name="Example body (invented)")
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            member=japarov, organization=body, role="chair", began="2022", ended="2021"
        )


def test_a_chain_of_merges_leads_to_its_end(japarov):
    middle = Entity.objects.create(kind="person", name="Sadyr Japarov", merged_into=japarov)
    first = Entity.objects.create(kind="person", name="Sadyr Japarov", merged_into=middle)
    assert first.survivor() == japarov


def test_a_post_is_labelled_in_the_language_else_in_english():
    state = Entity.objects.create(kind="place", name="Kyrgyzstan")
    post = Post.objects.create(
        organization=state,
        labels=[
            {"language": "en", "text": "President", "kind": "short"},
            {"language": "en", "text": "President of Kyrgyzstan", "kind": "full"},
            {"language": "ru", "text": "Президент Кыргызстана", "kind": "full"},
        ],
    )
    assert post.label("ru") == "Президент Кыргызстана"
    assert post.label("hu") == "President of Kyrgyzstan"


def test_a_stale_save_is_refused_and_changes_nothing(japarov):
    mine, theirs = Entity.objects.get(pk=japarov.pk), Entity.objects.get(pk=japarov.pk)
    theirs.description = "Theirs"
    theirs.save()
    mine.description = "Mine"
    with pytest.raises(StaleVersion):
        mine.save()
    assert Entity.objects.get(pk=japarov.pk).description == "Theirs"
    assert mine.version == japarov.version


def test_every_save_raises_the_version_also_of_single_fields(japarov):
    japarov.note = "One"
    japarov.save(update_fields=["note"])
    stored = Entity.objects.get(pk=japarov.pk)
    assert (stored.note, stored.version, japarov.version) == ("One", 2, 2)
