<#-- The list of Java components in the program; written by license-maven-plugin. -->
Java components in dateline.jar, with their licences. Texts and copyright notices: META-INF/LICENSE (Apache-2.0),
META-INF/NOTICE, META-INF/licenses/. Components of the scripts: web/assets/licenses.txt. Fonts: fonts/OFL-*.txt.

<#list dependencyMap as entry>
<#assign project = entry.getKey()>
${project.groupId}:${project.artifactId}:${project.version} (${entry.getValue()?join(" or ")})
</#list>
<#-- Unpacked into the jar, so that Maven does not list them. -->
org.geotools:geotools:33.1 (LGPL-2.1)
org.hsqldb:hsqldb (BSD-3-Clause)
org.ejml:ejml (Apache-2.0)
javax.measure:unit-api (BSD-3-Clause)
tech.units:indriya (BSD-3-Clause)
tech.uom.lib:uom-lib-common (BSD-3-Clause)
si.uom:si-units (BSD-3-Clause)
systems.uom:systems-common (BSD-3-Clause)
