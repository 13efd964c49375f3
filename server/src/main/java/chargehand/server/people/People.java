package chargehand.server.people;

import chargehand.server.identity.PersonDirectory;
import chargehand.server.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The persons, as they are stored.
@Repository
public class People implements PersonDirectory {
    private static final String SELECT = """
            select p.*,
                array(select s.skill from people.skill s where s.person = p.id order by s.skill) as skills,
                array(select coalesce(s.level, 0) from people.skill s where s.person = p.id order by s.skill) as levels
            from people.person p
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    People(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Everybody, by name.
    public List<Person> all() {
        return jdbc.sql(SELECT + "order by lower(p.name), p.id")
                .query(this::person)
                .list();
    }

    /// Those who are there, by name; ids of nobody are passed over.
    public List<Person> of(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where p.id = any(cast(:ids as uuid[])) order by lower(p.name), p.id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::person)
                .list();
    }

    /// What those who are there are called; ids of nobody are passed over.
    public Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        if (ids.isEmpty()) return names;
        jdbc.sql("select id, name from people.person where id = any(cast(:ids as uuid[]))")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    public Optional<Person> find(UUID id) {
        return jdbc.sql(SELECT + "where p.id = :id")
                .param("id", id)
                .query(this::person)
                .optional();
    }

    @Override
    public boolean knows(UUID person) {
        return find(person).isPresent();
    }

    /// Whose name, e-mail or skill has the words, or all; and who has the skill.
    List<Person> search(@Nullable String words, @Nullable String skill) {
        return jdbc.sql(SELECT + """
                where (cast(:words as text) is null or p.name ilike :words or p.email ilike :words
                    or exists (select 1 from people.skill s where s.person = p.id and s.skill ilike :words))
                and (cast(:skill as text) is null
                    or exists (select 1 from people.skill s where s.person = p.id and lower(s.skill) = lower(:skill)))
                order by lower(p.name), p.id
                """)
                .param("words", words == null || words.isBlank() ? null : "%" + like(words.strip()) + "%")
                .param("skill", skill == null || skill.isBlank() ? null : skill.strip())
                .query(this::person)
                .list();
    }

    private static String like(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    void insert(Person person) {
        write("""
                insert into people.person (id, name, email, site, fields, week, zone, capacity, pool, lead, rate_minor,
                    rate_currency, first_day, ramp_weeks, ramp_share, version)
                values (:id, :name, :email, :site, :fields, cast(:week as jsonb), :zone, :capacity, :pool, :lead, :rate,
                    :currency, :first, :weeks, :share, :version)
                """, person);
        writeSkills(person);
    }

    /// False if the version there is not the one before this person's.
    boolean update(Person person) {
        int changed = write("""
                update people.person set name = :name, email = :email, site = :site, fields = :fields,
                    week = cast(:week as jsonb), zone = :zone, capacity = :capacity, pool = :pool, lead = :lead,
                    rate_minor = :rate, rate_currency = :currency, first_day = :first, ramp_weeks = :weeks,
                    ramp_share = :share, version = :version
                where id = :id and version = :version - 1
                """, person);
        if (changed == 0) return false;
        jdbc.sql("delete from people.skill where person = :id")
                .param("id", person.id())
                .update();
        writeSkills(person);
        return true;
    }

    private int write(String sql, Person person) {
        var rate = person.rate();
        var arrival = person.arrival();
        return jdbc.sql(sql)
                .param("id", person.id())
                .param("name", person.name())
                .param("email", person.email())
                .param("site", person.site())
                .param("fields", person.fields().toArray(String[]::new))
                .param("week", person.week() == null ? null : json.writeValueAsString(person.week()))
                .param("zone", person.zone() == null ? null : person.zone().getId())
                .param("capacity", person.capacity())
                .param("pool", person.pool())
                .param("lead", person.lead())
                .param("rate", rate == null ? null : rate.minor())
                .param("currency", rate == null ? null : rate.currency())
                .param("first", arrival == null ? null : arrival.first())
                .param("weeks", arrival == null ? null : arrival.rampUpWeeks())
                .param("share", arrival == null ? null : arrival.rampUpShare())
                .param("version", person.version())
                .update();
    }

    private void writeSkills(Person person) {
        var skills = new TreeMap<>(person.skills());
        jdbc.sql("""
                insert into people.skill (person, skill, level)
                select :id, skill, nullif(level, 0)
                from unnest(cast(:skills as text[]), cast(:levels as int[])) as given(skill, level)
                """)
                .param("id", person.id())
                .param("skills", skills.keySet().toArray(String[]::new))
                .param("levels", skills.values().toArray(Integer[]::new))
                .update();
    }

    private Person person(ResultSet row, int number) throws SQLException {
        var minor = row.getObject("rate_minor", Long.class);
        var week = row.getString("week");
        var zone = row.getString("zone");
        return new Person(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getObject("site", UUID.class),
                skills(row),
                List.of((String[]) row.getArray("fields").getArray()),
                week == null ? null : json.readValue(week, Week.class),
                zone == null ? null : ZoneId.of(zone),
                row.getInt("capacity"),
                row.getBoolean("pool"),
                row.getObject("lead", UUID.class),
                minor == null ? null : new Money(minor, row.getString("rate_currency")),
                arrival(row),
                row.getLong("version"));
    }

    private static @Nullable Arrival arrival(ResultSet row) throws SQLException {
        var first = row.getObject("first_day", LocalDate.class);
        return first == null ? null : new Arrival(first, row.getInt("ramp_weeks"), row.getInt("ramp_share"));
    }

    private static Map<String, Integer> skills(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("skills").getArray();
        var levels = (Integer[]) row.getArray("levels").getArray();
        var skills = new TreeMap<String, Integer>();
        for (int i = 0; i < names.length; i++) skills.put(names[i], levels[i]);
        return skills;
    }
}
