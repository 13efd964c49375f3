/// Who may do what, asked of every endpoint that there is.
@org.jspecify.annotations.NullMarked
package chargehand.server.access;
