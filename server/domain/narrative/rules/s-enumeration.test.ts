import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { sEnumeration } from './s-enumeration';

itKeepsItsExamples(sEnumeration);
