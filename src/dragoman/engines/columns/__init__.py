"""The ground program on bits, for one situation or millions; :mod:`dragoman.engines.columns.engine` tells how."""
