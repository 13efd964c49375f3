package chargehand.server.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Gathers things during a transaction and stores them as its last act, so that what has to be numbered one after the
/// other holds others up for the commit alone. Without a transaction they get one of their own.
public final class AtCommit<T> {
    private final TransactionTemplate transaction;
    private final int order;
    private final Consumer<List<T>> store;

    /// @param order of several of these in one transaction: the same everywhere, or their locks could meet crosswise
    public AtCommit(TransactionTemplate transaction, int order, Consumer<List<T>> store) {
        this.transaction = transaction;
        this.order = order;
        this.store = store;
    }

    public void add(T thing) {
        if (TransactionSynchronizationManager.isActualTransactionActive())
            gathered().add(thing);
        else transaction.executeWithoutResult(_ -> store.accept(List.of(thing)));
    }

    private List<T> gathered() {
        if (TransactionSynchronizationManager.getResource(this) instanceof AtCommit<?>.Gathering known)
            return cast(known).things();
        var gathering = new Gathering();
        TransactionSynchronizationManager.bindResource(this, gathering);
        TransactionSynchronizationManager.registerSynchronization(gathering);
        return gathering.things();
    }

    @SuppressWarnings("unchecked")
    private Gathering cast(AtCommit<?>.Gathering known) {
        return (Gathering) known;
    }

    private final class Gathering implements TransactionSynchronization {
        private List<T> things = new ArrayList<>();

        List<T> things() {
            return things;
        }

        @Override
        public int getOrder() {
            return order;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(AtCommit.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(AtCommit.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            var all = things;
            things = new Late();
            if (!all.isEmpty()) store.accept(all);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(AtCommit.this);
        }
    }

    /// For what still comes while others do their last acts.
    @SuppressWarnings("serial")
    private final class Late extends ArrayList<T> {
        @Override
        public boolean add(T thing) {
            store.accept(List.of(thing));
            return true;
        }
    }
}
