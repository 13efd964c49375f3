package chargehand.engine.lifecycle;

/// One way to write a product.
///
/// @param certain it means nothing else; otherwise all that stands beside it has to be known
record Name(Product product, boolean certain) {}
