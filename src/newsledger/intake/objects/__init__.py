"""Files that lie on no disk of this machine: what an object store holds, by addresses such as ``s3://bucket/news``."""

from newsledger.intake.objects.path import ObjectPath, Place, given_place, place_of

__all__ = ["ObjectPath", "Place", "given_place", "place_of"]
