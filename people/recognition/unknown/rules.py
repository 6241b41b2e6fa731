"""The codes by which this step says what showed that somebody is named; editors see them as
`articles.choices.MentionRule` words them."""

COURTESY, SAYING, AGE, COUNTRY = "courtesy", "said-so", "age-beside", "country-beside"
OFFICE, OFFICE_NEAR, OFFICE_BEHIND = "office-beside", "office-near", "office-behind"
INITIALS, GIVEN, SURNAME = "initials-of-unknown", "given-name", "surname-shape"
FAMOUS, SHAPE = "well-known", "name-shape"
SAME_AGAIN = "same-unknown"

RULES = frozenset(
    {
        COURTESY,
        SAYING,
        AGE,
        COUNTRY,
        OFFICE,
        OFFICE_NEAR,
        OFFICE_BEHIND,
        INITIALS,
        GIVEN,
        SURNAME,
        FAMOUS,
        SHAPE,
        SAME_AGAIN,
    }
)
