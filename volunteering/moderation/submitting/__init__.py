"""The author's side: forms in steps, an address to prove, a page that says where it stands."""
