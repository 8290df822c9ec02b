"""Who is one person over articles and spellings."""

from newsledger.stories.persons.join import join_persons
from newsledger.stories.persons.sightings import person_keys, sightings_of

__all__ = ["join_persons", "person_keys", "sightings_of"]
