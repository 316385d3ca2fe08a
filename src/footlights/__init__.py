"""Service blueprints and customer journey maps: read them, check them, draw them."""
