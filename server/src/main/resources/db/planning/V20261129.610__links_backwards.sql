-- From a task to what it comes after: "My work" asks it of each task that was begun, the desk of those that hand over.
create index link_successor on planning.link (project, successor);
