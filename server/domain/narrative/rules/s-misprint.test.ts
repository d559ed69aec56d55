import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { sMisprint } from './s-misprint';

itKeepsItsExamples(sMisprint);
