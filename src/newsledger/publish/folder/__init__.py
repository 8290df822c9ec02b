"""A folder that holds a site: written so that it is whole at every moment, listed, copied and compared."""
