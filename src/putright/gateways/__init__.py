"""The outside world: the clock, files of procedures, bodies and bank holidays, stored documents, secrets."""
