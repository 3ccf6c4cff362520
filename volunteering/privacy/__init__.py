"""What is held on people: told, handed over and erased at their own wish. Knows no domain: each registers its part."""
