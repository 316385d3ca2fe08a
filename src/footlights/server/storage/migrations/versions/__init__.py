"""One module a step, in the order that each tells. A step that was released is never changed."""
