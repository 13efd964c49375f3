package chargehand.server.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sites, as they are stored.
@Repository
public class Sites {
    private final JdbcClient jdbc;

    Sites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Site> all() {
        return jdbc.sql("select * from people.site order by lower(name)")
                .query(Sites::site)
                .list();
    }

    void insert(Site site) {
        write("""
                insert into people.site (id, name, country, region, zone)
                values (:id, :name, :country, :region, :zone)
                """, site);
    }

    /// False if there is no such site.
    boolean update(Site site) {
        int changed = write("""
                update people.site set name = :name, country = :country, region = :region, zone = :zone
                where id = :id
                """, site);
        return changed > 0;
    }

    private int write(String sql, Site site) {
        return jdbc.sql(sql)
                .param("id", site.id())
                .param("name", site.name())
                .param("country", site.country())
                .param("region", site.region())
                .param("zone", site.zone() == null ? null : site.zone().getId())
                .update();
    }

    private static Site site(ResultSet row, int number) throws SQLException {
        var zone = row.getString("zone");
        return new Site(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("country"),
                row.getString("region"),
                zone == null ? null : ZoneId.of(zone));
    }
}
