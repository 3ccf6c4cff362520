"""The desk's own screens. Each asks for more than entering the admin where it changes something."""
