package chargehand.server.shared;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What waits for the end of the transaction that is going on, for those who don't know whether it is their own.
/// Without one there is nothing to wait for.
public final class Afterwards {
    private Afterwards() {}

    /// Once everybody can see what was stored; never if it was taken back.
    public static void committed(Runnable work) {
        if (!isGoingOn()) work.run();
        else
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    work.run();
                }
            });
    }

    /// Whichever way it ends.
    public static void ended(Runnable work) {
        if (!isGoingOn()) work.run();
        else
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    work.run();
                }
            });
    }

    private static boolean isGoingOn() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive();
    }
}
