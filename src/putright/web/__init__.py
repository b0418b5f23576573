"""Pages for people: one file per page, forms, NHS components, sign-in."""
