/// The database of the server: our own PostgreSQL as a supervised child in the data folder, or any other by its
/// address; and backups of it.
///
/// Owns the layout of the data folder ([DataFolder]), who may use it ([FolderLock]), and every sentence about what
/// keeps the database from starting ([CannotStart]). May use nothing but Java, the driver, a reader of archives and
/// one of JSON. Publishes [Database], [DatabaseAccess], [Backup] and [Restore].
@NullMarked
package chargehand.postgres;

import org.jspecify.annotations.NullMarked;
