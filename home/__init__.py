"""The city's own pages: home, standard pages, news. And, in `demo/`, the fictional city they are shown with."""
